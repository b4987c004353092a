package vn.lienthong.hsm.token;

import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;

/** The kinds of key pair that a ceremony makes in a token. */
public enum KeyForm {
    /** What most tokens in the field hold today; the least that the law allows. */
    RSA_2048(KeyPairSpec.RSA_2048),
    RSA_3072(KeyPairSpec.RSA_3072),
    EC_P256(KeyPairSpec.EC_P256);

    private final KeyPairSpec spec;

    KeyForm(KeyPairSpec spec) {
        this.spec = spec;
    }

    KeyPairSpec spec() {
        return spec;
    }

    /** The scheme by which a key of this form signs here. */
    public SignatureScheme scheme() {
        return this == EC_P256 ? SignatureScheme.ECDSA_SHA256 : SignatureScheme.RSA_PKCS1_SHA256;
    }
}
