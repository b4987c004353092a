package vn.lienthong.signer.evidence.watch;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.signer.evidence.SealedHead;

/**
 * A head that a log has shown to somebody, with what its checks need but the root.
 *
 * @param certificates below the root
 * @param crls lists that tell how those stood
 */
public record ShownHead(SealedHead sealed, List<X509Certificate> certificates, List<X509CRL> crls) {
    public ShownHead {
        certificates = List.copyOf(certificates);
        crls = List.copyOf(crls);
    }
}
