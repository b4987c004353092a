package vn.lienthong.signer.strict;

import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** What a certificate says that its key is for. Source: RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12. */
final class Purposes {
    private Purposes() {}

    static boolean isAuthority(X509CertificateHolder certificate) {
        return says(
                certificate,
                Extension.basicConstraints,
                e -> BasicConstraints.getInstance(e.getParsedValue()).isCA());
    }

    static boolean signsLists(X509CertificateHolder certificate) {
        return says(
                certificate,
                Extension.keyUsage,
                e -> KeyUsage.getInstance(e.getParsedValue()).hasUsages(KeyUsage.cRLSign));
    }

    static boolean signsResponses(X509CertificateHolder certificate) {
        return says(
                certificate,
                Extension.extendedKeyUsage,
                e -> ExtendedKeyUsage.getInstance(e.getParsedValue()).hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning));
    }

    /** What does not decode says nothing. */
    private static boolean says(
            X509CertificateHolder certificate, ASN1ObjectIdentifier kind, Predicate<Extension> what) {
        try {
            Extension extension = certificate.getExtension(kind);
            return extension != null && what.test(extension);
        } catch (RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return false;
        }
    }
}
