package vn.lienthong.signer.evidence.verify;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.trust.CertificatePath;
import vn.lienthong.signer.trust.TrustAnchors;

/** What the checks of a file made use of. A part that nobody used could be anything. */
final class Used {
    private final Set<X509Certificate> certificates = new HashSet<>();
    private final Set<X509CRL> lists = new HashSet<>();

    void path(CertificatePath path, RevocationLists revocation, Instant at) {
        certificates.addAll(path.certificates());
        lists.addAll(revocation.needed(path, at));
    }

    /** Whether the file holds what was used, but for the anchors, and nothing else; no root either, which looks like one. */
    boolean isAllOf(EvidenceFile file, TrustAnchors anchors) {
        return certificates.stream().allMatch(c -> file.certificates().contains(c) || anchors.contains(c))
                && certificates.containsAll(file.certificates())
                && lists.containsAll(file.crls())
                && file.certificates().stream()
                        .noneMatch(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()));
    }
}
