package vn.lienthong.signer.evidence.verify;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What the CRLs in an evidence file say of a path at a time. Nothing is fetched: the verifier is offline. */
final class RevocationLists {
    private final List<X509CRL> crls;

    RevocationLists(List<X509CRL> crls) {
        this.crls = List.copyOf(crls);
    }

    /** How a path stands. */
    enum Status {
        /** No certificate of the path was revoked at that time. */
        GOOD,
        /** At least one was. */
        REVOKED,
        /** For at least one certificate there is no list that speaks of that time. */
        UNKNOWN
    }

    Status of(CertificatePath path, Instant at) {
        Status worst = Status.GOOD;
        List<X509Certificate> certificates = path.certificates();
        for (int i = 0; i + 1 < certificates.size(); i++) {
            Status status = of(certificates.get(i), certificates.get(i + 1), at);
            if (status == Status.REVOKED) {
                return status;
            }
            worst = status == Status.UNKNOWN ? status : worst;
        }
        return worst;
    }

    private Status of(X509Certificate certificate, X509Certificate issuer, Instant at) {
        Status status = Status.UNKNOWN;
        for (X509CRL crl : crls) {
            if (!isUsable(crl, issuer)) {
                continue;
            }
            X509CRLEntry entry = crl.getRevokedCertificate(certificate);
            if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                return Status.REVOKED;
            }
            boolean speaksOfThatTime = crl.getNextUpdate() != null
                    && !crl.getNextUpdate().toInstant().isBefore(at);
            status = speaksOfThatTime ? Status.GOOD : status;
        }
        return status;
    }

    /** RFC 5280 §6.3.3: a full list, by the issuer itself, which may sign lists. */
    private static boolean isUsable(X509CRL crl, X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        if (!crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || crl.hasUnsupportedCriticalExtension()
                || crl.getExtensionValue("2.5.29.27") != null // delta CRL
                || crl.getExtensionValue("2.5.29.28") != null // issuing distribution point: may be partial
                || (usage != null && (usage.length <= 6 || !usage[6]))) {
            return false;
        }
        return isSignedBy(crl, issuer);
    }

    static boolean isSignedBy(X509CRL crl, X509Certificate issuer) {
        try {
            crl.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
