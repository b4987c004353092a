package vn.lienthong.signer.evidence.verify;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import vn.lienthong.signer.evidence.file.DecidingList;
import vn.lienthong.signer.trust.CertificatePath;

/**
 * What the CRLs in an evidence file, and those that the asker holds besides, say of a path at a time. Nothing is fetched:
 * the verifier is offline.
 */
final class RevocationLists {
    private final List<X509CRL> inFile;
    private final List<X509CRL> crls;

    RevocationLists(Collection<X509CRL> inFile, Collection<X509CRL> besides) {
        this.inFile = List.copyOf(inFile);
        List<X509CRL> all = new ArrayList<>(inFile);
        all.addAll(besides);
        this.crls = List.copyOf(all);
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
        boolean revoked = crls.stream()
                .filter(crl -> isUsable(crl, issuer))
                .map(crl -> crl.getRevokedCertificate(certificate))
                .anyMatch(entry -> entry != null && wasRevoked(entry, at));
        if (revoked) {
            return Status.REVOKED;
        }
        return deciding(crls, certificate, issuer, at).isPresent() ? Status.GOOD : Status.UNKNOWN;
    }

    /** The lists in the file that are needed to tell of that path at that time. */
    List<X509CRL> needed(CertificatePath path, Instant at) {
        List<X509CRL> needed = new ArrayList<>();
        List<X509Certificate> certificates = path.certificates();
        for (int i = 0; i + 1 < certificates.size(); i++) {
            deciding(inFile, certificates.get(i), certificates.get(i + 1), at).ifPresent(needed::add);
        }
        return needed;
    }

    private static Optional<X509CRL> deciding(
            List<X509CRL> lists, X509Certificate certificate, X509Certificate issuer, Instant at) {
        return DecidingList.of(lists.stream().filter(list -> isUsable(list, issuer)), certificate, at);
    }

    /**
     * A hold counts as well: what a key signs while it is held has no effect. So does the time from which the key was
     * known or suspected to be somebody else's (RFC 5280 §5.3.2), which lies before the revocation.
     */
    private static boolean wasRevoked(X509CRLEntry entry, Instant at) {
        if (!entry.getRevocationDate().toInstant().isAfter(at)) {
            return true;
        }
        byte[] since = entry.getExtensionValue("2.5.29.24");
        try {
            return since != null
                    && !ASN1GeneralizedTime.getInstance(
                                    ASN1OctetString.getInstance(since).getOctets())
                            .getDate()
                            .toInstant()
                            .isAfter(at);
        } catch (ParseException | RuntimeException e) {
            return true; // it says something that cannot be read, and so not that the key was good
        }
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
        if (!CertificatePath.isStrong(crl.getSigAlgName(), crl.getSigAlgParams())) {
            return false;
        }
        try {
            crl.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
