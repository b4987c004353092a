package vn.lienthong.signer.evidence.verify;

import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.trust.TrustAnchors;

/** The certificates that a path may go through: those in the file and the anchors. */
record CertificatePool(Set<X509Certificate> certificates, List<X509CertificateHolder> holders) {

    static CertificatePool of(EvidenceFile file, TrustAnchors anchors) throws MalformedEvidenceException {
        Set<X509Certificate> all = new LinkedHashSet<>(file.certificates());
        all.addAll(anchors.certificates());
        List<X509CertificateHolder> holders = new ArrayList<>();
        for (X509Certificate certificate : all) {
            try {
                holders.add(new JcaX509CertificateHolder(certificate));
            } catch (CertificateException | RuntimeException e) {
                // the JDK reads some certificates that Bouncy Castle, stricter, does not
                throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, "a certificate is damaged", e);
            }
        }
        return new CertificatePool(Set.copyOf(all), List.copyOf(holders));
    }

    /** Whether each certificate and CRL of the file was signed, as it is, by one that is known. */
    boolean explains(EvidenceFile file) {
        return file.certificates().stream().allMatch(c -> certificates.stream().anyMatch(issuer -> signed(issuer, c)))
                && file.crls().stream().allMatch(c -> certificates.stream().anyMatch(issuer -> signed(issuer, c)));
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (java.security.GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean signed(X509Certificate issuer, X509CRL crl) {
        return crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && RevocationLists.isSignedBy(crl, issuer);
    }
}
