package vn.lienthong.signer.cms;

import java.time.Duration;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.SigningOutcome.DownReason;

/** How one request for CMS signed data ended. */
public sealed interface CmsOutcome {

    /** The DER of a ContentInfo that holds SignedData with one signer. */
    record Signed(Bytes contentInfo) implements CmsOutcome {}

    /** The token refused, or its key does not fit the certificate: repeating it changes nothing. */
    record Refused(String detail) implements CmsOutcome {}

    /** The token cannot be used now. */
    record TokenDown(DownReason reason, Duration retryAfter, String detail) implements CmsOutcome {}
}
