package vn.lienthong.signer.token.jca;

import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import vn.lienthong.signer.token.CertifiedKey;

/** An Ed25519 key in its token. TLS 1.3 asks for the curve before it chooses a scheme. */
final class EdTokenKey extends TokenPrivateKey implements EdECKey {
    private final transient EdECPublicKey publicKey;

    EdTokenKey(TokenKeys owner, CertifiedKey certified, EdECPublicKey publicKey) {
        super(owner, certified);
        this.publicKey = publicKey;
    }

    @Override
    public NamedParameterSpec getParams() {
        return publicKey.getParams();
    }
}
