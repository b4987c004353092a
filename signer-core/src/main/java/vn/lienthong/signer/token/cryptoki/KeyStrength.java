package vn.lienthong.signer.token.cryptoki;

import java.math.BigInteger;
import java.util.Optional;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/** Keys that a token has and that are too short to sign with, whoever made them. */
public final class KeyStrength {
    /** Source: Circular 15/2025/TT-BKHCN, Annex I. */
    private static final int LEAST_RSA_BITS = 2048;

    private KeyStrength() {}

    /**
     * The kind of the key behind that handle, which is long enough; empty for a kind that no scheme here uses.
     *
     * @throws TokenFault of kind {@link FaultKind#KEY_FUNCTION_NOT_PERMITTED} with code {@code RSA_KEY_TOO_SHORT} for an RSA
     *     key under 2048 bits
     */
    public static Optional<KeyKind> require(CryptokiSession session, long key) throws TokenFault {
        Optional<KeyKind> kind = PublicKeys.kind(session, key);
        if (kind.equals(Optional.of(KeyKind.RSA))) {
            byte[] modulus = session.attribute(key, AttributeType.CKA_MODULUS).toArray();
            int bits = new BigInteger(1, modulus).bitLength();
            if (bits < LEAST_RSA_BITS) {
                throw new TokenFault(
                        FaultKind.KEY_FUNCTION_NOT_PERMITTED, "RSA_KEY_TOO_SHORT", "a key of " + bits + " bits");
            }
        }
        return kind;
    }
}
