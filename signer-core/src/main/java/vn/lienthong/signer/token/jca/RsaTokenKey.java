package vn.lienthong.signer.token.jca;

import java.math.BigInteger;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.CertifiedKey;

/** An RSA key in its token. TLS asks for the modulus' length before it chooses a scheme. */
final class RsaTokenKey extends TokenPrivateKey implements RSAKey {
    private final transient RSAPublicKey publicKey;

    RsaTokenKey(TokenKeys owner, CertifiedKey certified, RSAPublicKey publicKey) {
        super(owner, certified);
        this.publicKey = publicKey;
    }

    @Override
    public BigInteger getModulus() {
        return publicKey.getModulus();
    }

    /** What a certificate for PSS alone restricts the key to; null for no restriction. */
    @Override
    public @Nullable AlgorithmParameterSpec getParams() {
        return publicKey.getParams();
    }
}
