package vn.lienthong.signer.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The authorities whose timestamps are accepted. Immutable and thread-safe.
 *
 * <p>Only the path is checked here. Whether the authority's certificate was revoked since is a matter of validation.
 */
public final class TimestampTrust {
    private final Set<TrustAnchor> anchors;

    /** @throws IllegalArgumentException if there is no anchor: then nothing could ever be accepted */
    public TimestampTrust(Collection<X509Certificate> anchors) {
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("a time-stamping authority is trusted through at least one anchor");
        }
        this.anchors = anchors.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a path leads from an anchor to this certificate, which may sign timestamps and nothing else. */
    boolean accepts(X509Certificate certificate, Collection<X509Certificate> others, Instant genTime) {
        if (!TimestampCertificate.isForTimeStampingAlone(certificate)) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            parameters.setDate(Date.from(genTime));
            parameters.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
