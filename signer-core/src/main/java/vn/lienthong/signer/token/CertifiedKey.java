package vn.lienthong.signer.token;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * A key and the certificate chain that speaks for it.
 *
 * @param alias the key in its token
 * @param scheme how this key signs
 * @param chain signing certificate first, then its issuers, the trust anchor last or left out; never empty
 */
public record CertifiedKey(KeyAlias alias, SignatureScheme scheme, List<X509Certificate> chain) {
    public CertifiedKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a certified key has at least its own certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }
}
