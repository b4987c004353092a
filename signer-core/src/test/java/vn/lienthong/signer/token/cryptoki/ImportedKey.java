package vn.lienthong.signer.token.cryptoki;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.TokenFault;

/** Puts one key of this process on several tokens, as an HSM's own cloning does; the keys of a server are never made so. */
final class ImportedKey {
    private ImportedKey() {}

    static void store(CryptokiSession session, RSAPrivateCrtKey key, Bytes id, String label) throws TokenFault {
        session.create(Template.of(ObjectClass.CKO_PRIVATE_KEY)
                .with(AttributeType.CKA_KEY_TYPE, 0)
                .with(AttributeType.CKA_TOKEN, true)
                .with(AttributeType.CKA_PRIVATE, true)
                .with(AttributeType.CKA_SENSITIVE, true)
                .with(AttributeType.CKA_EXTRACTABLE, false)
                .with(AttributeType.CKA_SIGN, true)
                .with(AttributeType.CKA_ID, id)
                .with(AttributeType.CKA_LABEL, label)
                .with(AttributeType.CKA_MODULUS, unsigned(key.getModulus()))
                .with(AttributeType.CKA_PUBLIC_EXPONENT, unsigned(key.getPublicExponent()))
                .with(AttributeType.CKA_PRIVATE_EXPONENT, unsigned(key.getPrivateExponent()))
                .with(AttributeType.CKA_PRIME_1, unsigned(key.getPrimeP()))
                .with(AttributeType.CKA_PRIME_2, unsigned(key.getPrimeQ()))
                .with(AttributeType.CKA_EXPONENT_1, unsigned(key.getPrimeExponentP()))
                .with(AttributeType.CKA_EXPONENT_2, unsigned(key.getPrimeExponentQ()))
                .with(AttributeType.CKA_COEFFICIENT, unsigned(key.getCrtCoefficient())));
    }

    private static Bytes unsigned(BigInteger number) {
        byte[] octets = number.toByteArray();
        return Bytes.of(octets[0] == 0 ? java.util.Arrays.copyOfRange(octets, 1, octets.length) : octets);
    }
}
