package vn.lienthong.exchange.boundary.soap.security;

import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.invalid;
import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.missing;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.message.token.Timestamp;
import org.apache.wss4j.dom.validate.Validator;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Checks that an envelope is signed over the very Body and Timestamp elements that stand in it, with SHA-256 and
 * exclusive canonicalization, by a certificate under one of the anchors, and lately. Thread-safe.
 *
 * <p>An {@code xop:Include} is signed as the element it is; the octets behind it are vouched for by the digest and the
 * length that stand beside it in the Body.
 *
 * <p>Source: WS-Security 1.1.1; WS-Security X.509 Certificate Token Profile 1.1.1.
 */
public final class SignatureCheck {
    /** Longer than any honest transfer of a header; shorter than the replay window by far. */
    public static final Duration OLDEST = Duration.ofMinutes(5);
    /** How far a sender's clock may be ahead of ours. */
    public static final Duration AHEAD = Duration.ofMinutes(1);

    /** WSS4J reads tokens with it; what it trusts is decided by {@link SystemCertificates}. */
    private static final CertificateStore NOTHING_TRUSTED = new CertificateStore(new X509Certificate[0]);

    private static final Validator UNJUDGED = (credential, request) -> credential;

    private final SystemCertificates certificates;
    private final AlgorithmSuite algorithms;
    private final Clock clock;

    /** @param anchors the authorities that issue systems' certificates */
    public SignatureCheck(Collection<X509Certificate> anchors, Clock clock) {
        this.certificates = new SystemCertificates(anchors, clock);
        this.algorithms = algorithms();
        this.clock = clock;
    }

    /** @throws FailureException with the code of the first thing that is wrong */
    SignedRequest check(SignedEnvelope envelope) {
        WSHandlerResult result = process(envelope);
        WSSecurityEngineResult signature = only(result, WSConstants.SIGN);
        requireCovered(signature, envelope.body(), "Body");
        requireCovered(signature, envelope.timestamp(), "Timestamp");
        if (!(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE) instanceof X509Certificate certificate)) {
            throw invalid("not made with an X.509 certificate");
        }
        if (!certificates.accept(certificate)) {
            throw new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID));
        }
        Object token = only(result, WSConstants.TS).get(WSSecurityEngineResult.TAG_TIMESTAMP);
        if (!(token instanceof Timestamp timestamp) || timestamp.getCreated() == null) {
            throw missing("Created");
        }
        checkFresh(timestamp.getCreated(), timestamp.getExpires());
        return new SignedRequest(
                certificate,
                digestOfSignedInfo(envelope.signature()),
                timestamp.getCreated().plus(OLDEST));
    }

    /**
     * The certificate whose key signed the header's SignedInfo, which covers the header's Timestamp; whether the Body is
     * covered cannot be told yet.
     *
     * @throws FailureException with the code of the first thing that is wrong
     */
    X509Certificate vouching(Document begun) {
        HeaderSignature header = HeaderSignature.of(begun);
        if (!certificates.accept(header.certificate())) {
            throw new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID));
        }
        header.requireHolds();
        checkFresh(header.created(), null);
        return header.certificate();
    }

    /** Source: WS-Security 1.1.1 §10, with a longest life of our own. */
    private void checkFresh(Instant created, @Nullable Instant expires) {
        Instant now = clock.instant();
        boolean fresh = created.isAfter(now.minus(OLDEST))
                && !created.isAfter(now.plus(AHEAD))
                && (expires == null || now.isBefore(expires));
        if (!fresh) {
            throw new FailureException(Failure.of(FailureCode.TIMESTAMP_STALE, created.toString()));
        }
    }

    private WSHandlerResult process(SignedEnvelope envelope) {
        try {
            WSSConfig config = WSSConfig.getNewInstance();
            // both are judged below, by our clock and our anchors, and after the signature
            config.setValidator(WSConstants.TIMESTAMP, UNJUDGED);
            config.setValidator(WSConstants.SIGNATURE, UNJUDGED);
            RequestData request = new RequestData();
            request.setWssConfig(config);
            request.setSigVerCrypto(NOTHING_TRUSTED);
            request.setAlgorithmSuite(algorithms);
            request.setExpandXopInclude(false);
            // SignedEnvelope is stricter; the Basic Security Profile knows no algorithm newer than SHA-1
            request.setDisableBSPEnforcement(true);
            WSSecurityEngine engine = new WSSecurityEngine();
            engine.setWssConfig(config);
            return engine.processSecurityHeader(envelope.security(), request);
        } catch (WSSecurityException e) {
            throw new FailureException(
                    Failure.of(FailureCode.SIGNATURE_INVALID, "the value, an algorithm or a reference does not hold"),
                    e);
        }
    }

    private static WSSecurityEngineResult only(WSHandlerResult result, int action) {
        List<WSSecurityEngineResult> results = result.getActionResults().getOrDefault(action, List.of());
        if (results.size() != 1) {
            throw invalid("not exactly one signature and one timestamp");
        }
        return results.get(0);
    }

    /** The protected element is that element itself, not one that has its name or id. */
    private static void requireCovered(WSSecurityEngineResult signature, Element element, String part) {
        List<WSDataRef> covered = new ArrayList<>();
        if (signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references) {
            references.forEach(reference -> covered.add((WSDataRef) reference));
        }
        if (covered.stream().noneMatch(reference -> reference.getProtectedElement() == element)) {
            throw missing(part);
        }
    }

    private static Sha256Digest digestOfSignedInfo(Element signature) {
        Element signedInfo = SignedEnvelope.children(signature).get(0);
        try {
            ByteArrayOutputStream canonical = new ByteArrayOutputStream();
            Canonicalizer.getInstance(SoapNames.EXCLUSIVE_C14N).canonicalizeSubtree(signedInfo, canonical);
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(canonical.toByteArray()));
        } catch (XMLSecurityException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("exclusive canonicalization and SHA-256 are always there", e);
        }
    }

    private static AlgorithmSuite algorithms() {
        AlgorithmSuite suite = new AlgorithmSuite();
        suite.addSignatureMethod(SoapNames.RSA_SHA256);
        suite.addSignatureMethod(SoapNames.ECDSA_SHA256);
        suite.addDigestAlgorithm(SoapNames.SHA256);
        suite.addC14nAlgorithm(SoapNames.EXCLUSIVE_C14N);
        suite.addTransformAlgorithm(SoapNames.EXCLUSIVE_C14N);
        suite.setMinimumAsymmetricKeyLength(2048);
        suite.setMaximumAsymmetricKeyLength(8192);
        suite.setMinimumEllipticCurveKeyLength(256);
        return suite;
    }

    /** The header that this check understands, so that a {@code mustUnderstand} on it is met. */
    public static QName header() {
        return new QName(SoapNames.WSSE, "Security");
    }
}
