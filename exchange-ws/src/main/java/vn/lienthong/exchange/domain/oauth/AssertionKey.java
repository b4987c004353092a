package vn.lienthong.exchange.domain.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public key with which a client proves itself: RSA of 2048 bits or more, or P-256.
 *
 * <p>Source: RFC 7518 §3.1, of which RS256, PS256 and ES256 are taken; which fits is the key's to say, not the token's.
 */
public record AssertionKey(PublicKey key) {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;
    private static final int P256_BITS = 256;
    private static final int SALT = 32;

    public AssertionKey {
        boolean fits = switch (key) {
            case RSAPublicKey rsa -> {
                int bits = rsa.getModulus().bitLength();
                yield bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
            }
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() == P256_BITS;
            default -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException("the key of a client is RSA of 2048 to 8192 bits, or P-256");
        }
    }

    /** @throws IllegalArgumentException if it is no SubjectPublicKeyInfo of such a key */
    public static AssertionKey ofEncoded(byte[] der) {
        for (String algorithm : new String[] {"RSA", "EC"}) {
            try {
                return new AssertionKey(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException another) {
                // The next kind of key is tried, and then it is said that none fits.
                continue;
            }
        }
        throw new IllegalArgumentException("the key of a client is RSA of 2048 to 8192 bits, or P-256");
    }

    public byte[] encoded() {
        return key.getEncoded();
    }

    /**
     * Whether the text was signed with the private key, by an algorithm that fits the key.
     *
     * @param signature in base64url
     */
    public boolean verifies(String algorithm, String signingInput, String signature) {
        try {
            Signature verifier;
            if (key instanceof RSAPublicKey && algorithm.equals("RS256")) {
                verifier = Signature.getInstance("SHA256withRSA");
            } else if (key instanceof RSAPublicKey && algorithm.equals("PS256")) {
                verifier = Signature.getInstance("RSASSA-PSS");
                verifier.setParameter(new PSSParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, PSSParameterSpec.TRAILER_FIELD_BC));
            } else if (key instanceof ECPublicKey && algorithm.equals("ES256")) {
                verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            } else {
                return false;
            }
            verifier.initVerify(key);
            verifier.update(signingInput.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
