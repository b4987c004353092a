package vn.lienthong.signer.sign.dss;

import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.cms.SignatureCheck;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/** How the token's part of a signature that DSS builds ended. */
public sealed interface TokenStep {

    /** The token signed, and the signature fits the certificate. */
    record Made(Bytes signature) implements TokenStep {}

    /** There is none, and this is what to answer. */
    record NotMade(SignDocumentOutcome why) implements TokenStep {}

    /** The outcome holds a signature over these octets. */
    static TokenStep sign(SigningToken token, CertifiedKey key, byte[] toBeSigned) {
        return switch (token.signMessage(key.alias(), key.scheme(), toBeSigned)) {
            case SigningOutcome.Refused(var reason, String detail) ->
                new NotMade(new Refused(SignRefusal.KEY_REFUSED, reason + ": " + detail));
            case SigningOutcome.TokenDown(var reason, var retryAfter, String detail) ->
                new NotMade(new SignDocumentOutcome.TokenDown(reason, retryAfter, detail));
            case SigningOutcome.Signed(Bytes signature)
            when !SignatureCheck.verifies(key.certificate(), key.scheme(), toBeSigned, signature) ->
                new NotMade(new Refused(
                        SignRefusal.KEY_CERTIFICATE_MISMATCH,
                        "the token's signature does not verify with the certificate of " + key.alias()));
            case SigningOutcome.Signed(Bytes signature) -> new Made(signature);
        };
    }
}
