package vn.lienthong.signer.token.jca;

import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import vn.lienthong.signer.token.CertifiedKey;

/** An EC key in its token. TLS 1.3 asks for the curve before it chooses a scheme. */
final class EcTokenKey extends TokenPrivateKey implements ECKey {
    private final transient ECPublicKey publicKey;

    EcTokenKey(TokenKeys owner, CertifiedKey certified, ECPublicKey publicKey) {
        super(owner, certified);
        this.publicKey = publicKey;
    }

    @Override
    public ECParameterSpec getParams() {
        return publicKey.getParams();
    }
}
