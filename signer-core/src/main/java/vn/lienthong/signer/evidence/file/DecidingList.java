package vn.lienthong.signer.evidence.file;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Which revocation list tells how a certificate stood at a time. */
public final class DecidingList {
    private DecidingList() {}

    /**
     * Of its issuer's lists the newest that still counted then, and whose issuer had no leave yet to forget the certificate
     * because it had expired.
     *
     * <p>Source: RFC 5280 §3.3, §5.1.2.5.
     */
    public static Optional<X509CRL> of(Stream<X509CRL> lists, X509Certificate certificate, Instant at) {
        return lists.filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(list -> list.getNextUpdate() != null
                        && !list.getNextUpdate().toInstant().isBefore(at)
                        && !list.getThisUpdate().after(certificate.getNotAfter()))
                .max(Comparator.comparing(X509CRL::getThisUpdate));
    }
}
