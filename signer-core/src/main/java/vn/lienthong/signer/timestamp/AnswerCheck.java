package vn.lienthong.signer.timestamp;

import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.cms.BerElement;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.Granted;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/** Whether a TimeStampResp from outside answers our question. Thread-safe. Source: RFC 3161 §2.2, §2.4.2. */
final class AnswerCheck {
    private static final int MAX_DEPTH = 64;
    /** An instance of our own: the JDK's providers do not know PSS by the name used here. */
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final ExpectedAnswer expected;
    private final Duration retryAfter;

    AnswerCheck(ExpectedAnswer expected, Duration retryAfter) {
        this.expected = expected;
        this.retryAfter = retryAfter;
    }

    TimestampOutcome outcome(TimestampQuery query, byte[] answer) {
        if (!BerElement.isWhole(answer, MAX_DEPTH)) {
            return down(DownReason.NOT_AN_ANSWER, "the answer is no TimeStampResp");
        }
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                return rejection(response);
            }
            response.validate(new TimeStampRequest(query.toAsn1()));
            return trusted(query, token);
        } catch (TSPValidationException e) {
            return down(DownReason.ANSWER_DIFFERS, "the answer is to another question: " + e.getMessage());
        } catch (TSPException | IOException e) {
            return down(DownReason.NOT_AN_ANSWER, "the answer is no TimeStampResp");
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException e) {
            // Bouncy Castle says malformed ASN.1 in these ways too.
            return down(DownReason.NOT_AN_ANSWER, "the answer is no TimeStampResp");
        }
    }

    private TimestampOutcome rejection(TimeStampResponse response) {
        Optional<PkiFailure> failure =
                Optional.ofNullable(response.getFailInfo()).flatMap(AnswerCheck::failure);
        return failure.map(f -> Rejections.outcome(f, "the authority rejected the request: " + f, retryAfter))
                .orElseGet(() -> down(DownReason.NOT_AN_ANSWER, "the authority rejected the request without a reason"));
    }

    private static Optional<PkiFailure> failure(PKIFailureInfo info) {
        byte[] bits = info.getBytes();
        for (PkiFailure failure : PkiFailure.values()) {
            int octet = failure.bit() / 8;
            if (octet < bits.length && (bits[octet] & 0x80 >> failure.bit() % 8) != 0) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    private TimestampOutcome trusted(TimestampQuery query, TimeStampToken token) throws TSPException {
        Instant genTime = token.getTimeStampInfo().getGenTime().toInstant();
        try {
            List<X509Certificate> certificates = certificates(token);
            Collection<X509CertificateHolder> own = token.getCertificates().getMatches(token.getSID());
            if (own.isEmpty()) {
                return down(DownReason.NOT_TRUSTED, "the timestamp holds no certificate of its signer");
            }
            X509CertificateHolder signer = own.iterator().next();
            token.validate(new JcaSignerInfoVerifierBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setProvider(BOUNCY_CASTLE)
                    .build(signer));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(signer);
            Optional<String> fault = TokenForm.fault(
                    token.toCMSSignedData().getSignerInfos().iterator().next(), certificate);
            if (fault.isPresent()) {
                return down(DownReason.NOT_TRUSTED, fault.get());
            }
            if (!expected.trust().accepts(certificate, certificates, genTime)) {
                return down(DownReason.NOT_TRUSTED, "the authority is not one that is trusted");
            }
            Duration away =
                    Duration.between(expected.clock().instant(), genTime).abs();
            if (away.compareTo(expected.tolerance()) > 0) {
                return down(DownReason.TIME_DIFFERS, "the timestamp's time is " + away.toSeconds() + " s from ours");
            }
            return new Granted(new TimestampToken(
                    Bytes.of(token.getEncoded()),
                    query.messageImprint(),
                    genTime,
                    token.getTimeStampInfo().getSerialNumber()));
        } catch (TSPValidationException | CertificateException | OperatorCreationException | IOException e) {
            return down(DownReason.NOT_TRUSTED, "the timestamp's signature does not verify");
        }
    }

    private static List<X509Certificate> certificates(TimeStampToken token) throws CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            certificates.add(converter.getCertificate(holder));
        }
        return certificates;
    }

    private TimestampDown down(DownReason reason, String detail) {
        return new TimestampDown(reason, retryAfter, detail);
    }
}
