package vn.lienthong.signer.cms;

import java.time.Duration;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;

/** How the token's part of CMS signed data ended. */
public sealed interface SigningStep {

    /** The token signed, and the signature fits the certificate. */
    record Made(CmsSignature signature) implements SigningStep {}

    /** The token refused: repeating it changes nothing. */
    record KeyRefused(RefusalReason reason, String detail) implements SigningStep {}

    /** The token's signature does not verify with the certificate. */
    record KeyMismatch(String detail) implements SigningStep {}

    /** The token cannot be used now. */
    record TokenDown(DownReason reason, Duration retryAfter, String detail) implements SigningStep {}
}
