package vn.lienthong.exchange.boundary.soap.security;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which certificates systems may sign with: valid now, for signatures, and issued under one of the anchors. Whether a
 * certificate still stands for a system is asked of the directory, where an operator takes it out. Thread-safe.
 *
 * <p>Source: RFC 5280 §6.
 */
final class SystemCertificates {
    private final Set<TrustAnchor> anchors;
    private final Clock clock;

    SystemCertificates(Collection<X509Certificate> anchors, Clock clock) {
        this.anchors =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    boolean accept(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean signs = usage == null || usage[0] || usage[1]; // digitalSignature, nonRepudiation
        return signs && !anchors.isEmpty() && chains(certificate);
    }

    private boolean chains(X509Certificate certificate) {
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(certificate))));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every JDK has PKIX", e);
        }
    }
}
