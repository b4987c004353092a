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
    EC_P521("06052b81040023"),
    /** By its name, as PKCS#11 v3.0 §2.3.5 has it: SoftHSM 2.6 takes no object identifier here. */
    ED25519(KeyKind.ED25519, "130c656477617264733235353139");

    private final KeyKind kind;
    private final int modulusBits;
    private final Bytes curve;

    KeyPairSpec(int modulusBits) {
        this.kind = KeyKind.RSA;
        this.modulusBits = modulusBits;
        this.curve = Bytes.of(new byte[0]);
    }

    KeyPairSpec(String curveOid) {
        this(KeyKind.EC, curveOid);
    }

    KeyPairSpec(KeyKind kind, String curve) {
        this.kind = kind;
        this.modulusBits = 0;
        this.curve = Bytes.ofHex(curve);
    }

    public KeyKind kind() {
        return kind;
    }

    Mechanism mechanism() {
        return switch (kind) {
            case RSA -> Mechanism.CKM_RSA_PKCS_KEY_PAIR_GEN;
            case EC -> Mechanism.CKM_EC_KEY_PAIR_GEN;
            case ED25519 -> Mechanism.CKM_EC_EDWARDS_KEY_PAIR_GEN;
        };
    }

    /** The public key's template, completed with what the kind of key wants. */
    Template completed(Template publicKey) {
        return switch (kind) {
            case RSA ->
                publicKey
                        .with(AttributeType.CKA_MODULUS_BITS, modulusBits)
                        .with(AttributeType.CKA_PUBLIC_EXPONENT, Bytes.ofHex("010001"));
            case EC, ED25519 -> publicKey.with(AttributeType.CKA_EC_PARAMS, curve);
        };
    }
}
