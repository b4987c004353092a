package vn.lienthong.signer.token.jca;

import java.security.SignatureException;
import vn.lienthong.signer.token.SigningOutcome;

/** The token gave no usable signature; the outcome says whether another try makes sense. */
public final class TokenSignatureException extends SignatureException {
    private final transient SigningOutcome outcome;

    TokenSignatureException(SigningOutcome outcome, String detail) {
        super(detail);
        this.outcome = outcome;
    }

    public SigningOutcome outcome() {
        return outcome;
    }
}
