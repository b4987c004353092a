package vn.lienthong.signer.testpki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/**
 * A software key and its chain, signing certificate first, root last.
 */
public record Issued(PrivateKey privateKey, SignatureScheme scheme, List<X509Certificate> chain) {
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The same as the signer knows it, under that alias. */
    public CertifiedKey under(String alias) {
        return new CertifiedKey(new KeyAlias(alias), scheme, chain);
    }
}
