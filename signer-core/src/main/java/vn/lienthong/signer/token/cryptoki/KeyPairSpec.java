package vn.lienthong.signer.token.cryptoki;

import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/**
 * The key pairs that can be made on a token.
 *
 * <p>Source: Circular 15/2025/TT-BKHCN, Annex I for the sizes; RFC 5480 §2.1.1.1 for the curves' names.
 */
public enum KeyPairSpec {
    RSA_2048(2048),
    RSA_3072(3072),
    RSA_4096(4096),
    EC_P256("06082a8648ce3d030107"),
    EC_P384("06052b81040022"),
    EC_P521("06052b81040023");

    private final KeyKind kind;
    private final int modulusBits;
    private final Bytes curve;

    KeyPairSpec(int modulusBits) {
        this.kind = KeyKind.RSA;
        this.modulusBits = modulusBits;
        this.curve = Bytes.of(new byte[0]);
    }

    KeyPairSpec(String curveOid) {
        this.kind = KeyKind.EC;
        this.modulusBits = 0;
        this.curve = Bytes.ofHex(curveOid);
    }

    public KeyKind kind() {
        return kind;
    }

    Mechanism mechanism() {
        return kind == KeyKind.RSA ? Mechanism.CKM_RSA_PKCS_KEY_PAIR_GEN : Mechanism.CKM_EC_KEY_PAIR_GEN;
    }

    /** The public key's template, completed with what the kind of key wants. */
    Template completed(Template publicKey) {
        return switch (kind) {
            case RSA ->
                publicKey
                        .with(AttributeType.CKA_MODULUS_BITS, modulusBits)
                        .with(AttributeType.CKA_PUBLIC_EXPONENT, Bytes.ofHex("010001"));
            case EC -> publicKey.with(AttributeType.CKA_EC_PARAMS, curve);
        };
    }
}
