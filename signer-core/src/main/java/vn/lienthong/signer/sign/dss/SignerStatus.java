package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.Revocation;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.DssClassLoader;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * Whether the issuer of a signer's certificate says that it revoked it. Where nobody can be asked the key may sign: levels B
 * and T promise nothing about revocation, and LT and LTA are refused then. Thread-safe.
 */
public final class SignerStatus {
    private static final Logger LOG = LoggerFactory.getLogger(SignerStatus.class);

    /** How long an answer is kept: a revocation is effective within a minute, and signing does not wait for it each time. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST_KEPT = 1_000;

    private final RevocationSources sources;
    private final Clock clock;
    private final Map<X509Certificate, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(boolean revoked, Instant until) {}

    public SignerStatus(RevocationSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** Why this key must not sign, or empty if nothing is known against it. */
    public Optional<Refused> refusal(CertifiedKey key) {
        return isRevoked(key)
                ? Optional.of(new Refused(
                        SignRefusal.CERTIFICATE_REVOKED, "the certificate of " + key.alias() + " is revoked"))
                : Optional.empty();
    }

    private boolean isRevoked(CertifiedKey key) {
        if (key.chain().size() < 2) {
            return false; // it is its own issuer, or its issuer is not at hand
        }
        Instant now = clock.instant();
        @Nullable Answer known = answers.get(key.certificate());
        if (known != null && now.isBefore(known.until())) {
            return known.revoked();
        }
        CertificateToken own = new CertificateToken(key.certificate());
        CertificateToken issuer = new CertificateToken(key.chain().get(1));
        boolean revoked = DssClassLoader.call(
                () -> saysRevoked(sources.crl(), own, issuer) || saysRevoked(sources.ocsp(), own, issuer));
        if (answers.size() >= MOST_KEPT) {
            answers.clear();
        }
        answers.put(key.certificate(), new Answer(revoked, now.plus(KEPT)));
        return revoked;
    }

    private static <R extends Revocation> boolean saysRevoked(
            Optional<RevocationSource<R>> source, CertificateToken own, CertificateToken issuer) {
        try {
            return source.map(s -> s.getRevocationToken(own, issuer))
                    .filter(token -> token.getStatus() == CertificateStatus.REVOKED)
                    .isPresent();
        } catch (DSSException e) {
            LOG.info("the status of a signer's certificate cannot be had: {}", e.toString());
            return false;
        }
    }
}
