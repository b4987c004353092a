package vn.lienthong.hsm.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certification authority that can issue now.
 *
 * @param name the name of its files: {@code root-ca}, {@code issuing-ca}
 * @param chain its own certificate first, then those above it, the root left out unless it is the root itself
 */
public record Authority(String name, PrivateKey key, List<X509Certificate> chain) {
    public Authority {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an authority has its own certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** What stands behind a certificate that this authority issues: nothing for a root, for anchors are known otherwise. */
    public List<X509Certificate> issuers() {
        X509Certificate own = certificate();
        return own.getSubjectX500Principal().equals(own.getIssuerX500Principal()) ? List.of() : chain;
    }
}
