package vn.lienthong.signer.sign.twostep;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.CertificateGate;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.sign.twostep.CompleteOutcome.Continued;
import vn.lienthong.signer.sign.twostep.CompleteOutcome.NotContinued;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Signs in any form with a key that is not here. Nothing is kept between the steps: the same documents, request and time give
 * the same octets to be signed, on any node and after any restart; where they do not, nothing is completed. Thread-safe.
 *
 * <p>Source: docs/adr/0021.
 */
public final class TwoStepSigner {
    private final ContinuationSeal seal;
    private final TimestampSource timestamps;
    private final TrustAnchors anchors;
    private final RevocationSources revocation;
    private final SigningLimits limits;
    private final AdesLimits adesLimits;
    private final Path workFolder;
    private final Clock clock;

    /**
     * A signer that is ready.
     *
     * @param seal of the same key on every node
     * @param workFolder for temporary files, on the same file system as the signed ones; each is gone when its call returns
     */
    public TwoStepSigner(
            ContinuationSeal seal,
            TimestampSource timestamps,
            TrustAnchors anchors,
            RevocationSources revocation,
            SigningLimits limits,
            AdesLimits adesLimits,
            Path workFolder,
            Clock clock) {
        this.seal = seal;
        this.timestamps = timestamps;
        this.anchors = anchors;
        this.revocation = revocation;
        this.limits = limits;
        this.adesLimits = adesLimits;
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /**
     * The outcome says what the owner's token is to sign.
     *
     * @param request whose alias is of no interest
     * @param asked the request in the caller's own words, and who asked: the second step gets them back, and makes its
     *     request of them
     */
    public PrepareOutcome prepare(AdesRequest request, Bytes asked) {
        Instant signingTime = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AbsentToken token = AbsentToken.listening();
        SignDocumentOutcome outcome = signer(token, signingTime).sign(request);
        Optional<Digest> digest = token.asked();
        if (digest.isEmpty()) {
            return new PrepareOutcome.NotPrepared(outcome);
        }
        ToBeSigned prepared = new ToBeSigned(
                request.key().scheme(),
                digest.get(),
                fingerprint(request.key()),
                request.form(),
                request.level(),
                signingTime);
        ContinuationSeal.Sealed sealed = seal.seal(asked, prepared);
        return new PrepareOutcome.Prepared(prepared, sealed.text(), sealed.expires());
    }

    /**
     * The outcome is as if the token had signed here. The same step taken again gives the same signature again, and no other.
     *
     * @param signature by the owner's token: RSA as long as the modulus, ECDSA as DER
     * @param request makes the request of the words of the first step and of the documents, which are sent again
     */
    public CompleteOutcome complete(String continuation, Bytes signature, Function<Bytes, AdesRequest> request) {
        return switch (seal.open(continuation)) {
            case ContinuationSeal.Opening.NotOpened(TwoStepRefusal reason) ->
                new NotContinued(reason, "the continuation is of no use here");
            case ContinuationSeal.Opening.Opened(Continuation opened) ->
                complete(request.apply(opened.asked()), opened.prepared(), signature);
        };
    }

    private CompleteOutcome complete(AdesRequest request, ToBeSigned prepared, Bytes signature) {
        if (request.key().scheme() != prepared.scheme()
                || !fingerprint(request.key()).equals(prepared.certificate())) {
            return new NotContinued(TwoStepRefusal.OTHER_CERTIFICATE, "prepared for another certificate or scheme");
        }
        if (request.form() != prepared.form() || request.level() != prepared.level()) {
            return new NotContinued(
                    TwoStepRefusal.OTHER_REQUEST, "prepared as " + prepared.form() + " " + prepared.level());
        }
        // It was valid when it was prepared, and is to be still.
        Optional<Refused> refused = CertificateGate.refusal(request.key(), clock.instant());
        if (refused.isPresent()) {
            return new Continued(prepared, refused.get());
        }
        AbsentToken token = AbsentToken.giving(prepared, signature);
        SignDocumentOutcome outcome = signer(token, prepared.signingTime()).sign(request);
        if (token.differs()) {
            return new NotContinued(TwoStepRefusal.OTHER_DOCUMENTS, "the documents are not what was prepared");
        }
        return token.gave() && isMismatch(outcome)
                ? new NotContinued(
                        TwoStepRefusal.WRONG_SIGNATURE,
                        "not by the certificate's key over the digest that was prepared")
                : new Continued(prepared, outcome);
    }

    private static boolean isMismatch(SignDocumentOutcome outcome) {
        return outcome instanceof Refused(SignRefusal reason, String detail)
                && reason == SignRefusal.KEY_CERTIFICATE_MISMATCH;
    }

    private static Digest fingerprint(CertifiedKey key) {
        try {
            return DigestAlgorithm.SHA256.digest(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has its encoding", e);
        }
    }

    private AdesSigner signer(AbsentToken token, Instant signingTime) {
        Clock then = Clock.fixed(signingTime, ZoneOffset.UTC);
        return new AdesSigner(token, timestamps, anchors, revocation, limits, adesLimits, workFolder, clock, then);
    }
}
