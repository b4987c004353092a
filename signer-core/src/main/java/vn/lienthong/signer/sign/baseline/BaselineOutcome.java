package vn.lienthong.signer.sign.baseline;

import java.util.Optional;
import vn.lienthong.signer.cms.CmsSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.timestamp.TimestampToken;

/** How the making of a CMS signature ended. */
public sealed interface BaselineOutcome {

    /** The signature is at the level asked for; the timestamp is present at level T, and in the signature already. */
    record Made(CmsSignature signature, Optional<TimestampToken> timestamp) implements BaselineOutcome {}

    /** There is none, and this is what to answer. */
    record NotMade(SignDocumentOutcome why) implements BaselineOutcome {}
}
