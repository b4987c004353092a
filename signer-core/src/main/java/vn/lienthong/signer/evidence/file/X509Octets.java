package vn.lienthong.signer.evidence.file;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.lienthong.signer.algorithm.Bytes;

/** Certificates and lists as the octets that they are, and in the order of those. */
final class X509Octets {
    private X509Octets() {}

    static Bytes of(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that was read has its encoding", e);
        }
    }

    static Bytes of(X509CRL crl) {
        try {
            return Bytes.of(crl.getEncoded());
        } catch (CRLException e) {
            throw new IllegalArgumentException("a list that was read has its encoding", e);
        }
    }

    static List<X509Certificate> certificates(Collection<X509Certificate> certificates) {
        return ordered(certificates, X509Octets::of);
    }

    static List<X509CRL> crls(Collection<X509CRL> crls) {
        return ordered(crls, X509Octets::of);
    }

    /** Each once, by its octets as unsigned numbers. */
    private static <T> List<T> ordered(Collection<T> values, Function<T, Bytes> octets) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparing(value -> octets.apply(value).toArray(), Arrays::compareUnsigned))
                .toList();
    }
}
