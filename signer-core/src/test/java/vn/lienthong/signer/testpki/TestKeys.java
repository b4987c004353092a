package vn.lienthong.signer.testpki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** Software key pairs for tests. */
public final class TestKeys {
    private TestKeys() {}

    /** A pair for the scheme: RSA of that size, or the curve whose size is the digest's. */
    public static KeyPair generate(SignatureScheme scheme, int rsaBits) {
        return switch (scheme.keyKind()) {
            case RSA -> rsa(rsaBits);
            case EC -> ec(curve(scheme));
            case ED25519 -> ed25519();
        };
    }

    private static String curve(SignatureScheme scheme) {
        return switch (scheme.digest()) {
            case SHA256, SHA3_256 -> "secp256r1";
            case SHA384, SHA3_384 -> "secp384r1";
            case SHA512, SHA3_512 -> "secp521r1";
        };
    }

    private static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK makes RSA keys", e);
        }
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK makes Ed25519 keys", e);
        }
    }

    private static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK makes EC keys", e);
        }
    }
}
