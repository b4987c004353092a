package vn.lienthong.signer.evidence.file;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.SealedHead;

/**
 * The certificates and lists that the checks of some heads will use, and no others: a verifier refuses a file that holds
 * more.
 */
public final class NeededForChecks {
    private final Collection<X509Certificate> knownCertificates;
    private final Collection<X509CRL> knownLists;
    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private final Set<X509CRL> lists = new LinkedHashSet<>();

    private NeededForChecks(Collection<X509Certificate> knownCertificates, Collection<X509CRL> knownLists) {
        this.knownCertificates = knownCertificates;
        this.knownLists = knownLists;
    }

    /**
     * What these heads need.
     *
     * @param certificates out of which their paths are made
     * @param lists out of which those are taken that tell of those paths at the times of the timestamps
     * @throws MalformedEvidenceException if a seal or timestamp is none
     */
    public static NeededForChecks of(
            Collection<SealedHead> heads, Collection<X509Certificate> certificates, Collection<X509CRL> lists)
            throws MalformedEvidenceException {
        NeededForChecks needed = new NeededForChecks(certificates, lists);
        for (SealedHead head : heads) {
            needed.add(head);
        }
        return needed;
    }

    public List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }

    public List<X509CRL> lists() {
        return List.copyOf(lists);
    }

    private void add(SealedHead head) throws MalformedEvidenceException {
        try {
            CMSSignedData token = new CMSSignedData(head.timestamp().toArray());
            Instant at =
                    new TimeStampToken(token).getTimeStampInfo().getGenTime().toInstant();
            addPath(signer(head.seal()), at);
            addPath(signer(head.timestamp()), at);
        } catch (CMSException | TSPException | IOException | GeneralSecurityException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "a seal or timestamp is damaged", e);
        }
    }

    private static X509Certificate signer(Bytes cms) throws CMSException, GeneralSecurityException {
        CMSSignedData signedData = new CMSSignedData(cms.toArray());
        Collection<X509CertificateHolder> own = signedData
                .getCertificates()
                .getMatches(signedData.getSignerInfos().iterator().next().getSID());
        return new JcaX509CertificateConverter().getCertificate(own.iterator().next());
    }

    /** Up to the root, which is left out: whoever checks has it from elsewhere. */
    private void addPath(X509Certificate signer, Instant at) {
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate next = signer;
        while (next != null
                && !path.contains(next)
                && !next.getSubjectX500Principal().equals(next.getIssuerX500Principal())) {
            path.add(next);
            DecidingList.of(knownLists.stream(), next, at).ifPresent(lists::add);
            X509Certificate below = next;
            next = knownCertificates.stream()
                    .filter(candidate -> signed(candidate, below))
                    .findFirst()
                    .orElse(null);
        }
        certificates.addAll(path);
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
