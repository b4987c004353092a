package vn.lienthong.signer.sign.baseline;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsSignature;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.cms.SigningStep;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.baseline.BaselineOutcome.Made;
import vn.lienthong.signer.sign.baseline.BaselineOutcome.NotMade;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Makes the CMS signature of a document at level B or T from the document's digest. Thread-safe.
 *
 * <p>Source: ETSI EN 319 122-1 §6.3; ETSI EN 319 142-1 §6.3.
 */
public final class BaselineSigner {
    private final CmsSigner signer;
    private final TimestampSource timestamps;

    public BaselineSigner(SigningToken token, TimestampSource timestamps) {
        this.signer = CmsSigner.checkingEach(token);
        this.timestamps = timestamps;
    }

    /**
     * The outcome is a signature over the content, or what to answer in its place. Above level T it is at level T, to be
     * raised later.
     *
     * @param signingTime claimed in a signed attribute, as CAdES wants it; empty for PAdES, where the dictionary claims it
     */
    public BaselineOutcome sign(
            CertifiedKey key, CmsContent content, Optional<Instant> signingTime, SignatureLevel level) {
        return switch (signer.signature(key, content, signingTime, key.chain())) {
            case SigningStep.Made(CmsSignature signature) ->
                switch (level) {
                    case BASELINE_B -> new Made(signature, Optional.empty());
                    case BASELINE_T, BASELINE_LT, BASELINE_LTA -> stamped(key, signature);
                };
            case SigningStep.KeyRefused(var reason, String detail) ->
                refused(SignRefusal.KEY_REFUSED, reason + ": " + detail);
            case SigningStep.KeyMismatch(String detail) -> refused(SignRefusal.KEY_CERTIFICATE_MISMATCH, detail);
            case SigningStep.TokenDown(var reason, var retryAfter, String detail) ->
                new NotMade(new SignDocumentOutcome.TokenDown(reason, retryAfter, detail));
        };
    }

    private BaselineOutcome stamped(CertifiedKey key, CmsSignature signature) {
        byte[] value = signature.value().toArray();
        return switch (timestamps.timestamp(key.scheme().digest().digest(value))) {
            case TimestampOutcome.Granted(var token) -> new Made(signature.with(token.der()), Optional.of(token));
            case TimestampOutcome.Rejected(var failInfo, String detail) ->
                refused(SignRefusal.TIMESTAMP_REJECTED, failInfo + ": " + detail);
            case TimestampOutcome.TimestampDown(var reason, var retryAfter, String detail) ->
                new NotMade(new SignDocumentOutcome.TimestampDown(retryAfter, reason + ": " + detail));
        };
    }

    private static NotMade refused(SignRefusal reason, String detail) {
        return new NotMade(new Refused(reason, detail));
    }
}
