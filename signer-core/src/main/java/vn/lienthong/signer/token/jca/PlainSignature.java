package vn.lienthong.signer.token.jca;

import java.security.SignatureException;
import java.util.Arrays;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.DigestInfo;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/**
 * A signature over what somebody else digested: a DigestInfo for RSA by PKCS#1, the digest itself for ECDSA. Octets that are
 * no digest of an allowed algorithm are refused: a key that pads and signs whatever it is given signs in anybody's name.
 */
final class PlainSignature extends TokenSignatureSpi {
    /** The DigestInfo of SHA-512. */
    private static final int LONGEST = 83;

    private final KeyKind kind;
    private final byte[] octets = new byte[LONGEST];
    private int length;

    PlainSignature(TokenKeys keys, KeyKind kind) {
        super(keys, kind);
        this.kind = kind;
    }

    @Override
    void reset() {
        length = 0;
    }

    @Override
    protected void engineUpdate(byte octet) throws SignatureException {
        engineUpdate(new byte[] {octet}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] more, int offset, int count) throws SignatureException {
        if (count > LONGEST - length) {
            throw new SignatureException("this is longer than any digest");
        }
        System.arraycopy(more, offset, octets, length, count);
        length += count;
    }

    @Override
    Request finish() throws SignatureException {
        byte[] content = Arrays.copyOf(octets, length);
        reset();
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            byte[] prefix = kind == KeyKind.RSA ? DigestInfo.prefix(algorithm).toArray() : new byte[0];
            if (content.length == prefix.length + algorithm.length()
                    && Arrays.equals(prefix, Arrays.copyOf(content, prefix.length))) {
                byte[] value = Arrays.copyOfRange(content, prefix.length, content.length);
                return new Request.OfDigest(scheme(algorithm), new Digest(algorithm, Bytes.of(value)));
            }
        }
        throw new SignatureException("this is no " + (kind == KeyKind.RSA ? "DigestInfo" : "digest") + " of "
                + Arrays.toString(DigestAlgorithm.values()));
    }

    private SignatureScheme scheme(DigestAlgorithm algorithm) {
        boolean rsa = kind == KeyKind.RSA;
        return switch (algorithm) {
            case SHA256 -> rsa ? SignatureScheme.RSA_PKCS1_SHA256 : SignatureScheme.ECDSA_SHA256;
            case SHA384 -> rsa ? SignatureScheme.RSA_PKCS1_SHA384 : SignatureScheme.ECDSA_SHA384;
            case SHA512 -> rsa ? SignatureScheme.RSA_PKCS1_SHA512 : SignatureScheme.ECDSA_SHA512;
            case SHA3_256 -> rsa ? SignatureScheme.RSA_PKCS1_SHA3_256 : SignatureScheme.ECDSA_SHA3_256;
            case SHA3_384 -> rsa ? SignatureScheme.RSA_PKCS1_SHA3_384 : SignatureScheme.ECDSA_SHA3_384;
            case SHA3_512 -> rsa ? SignatureScheme.RSA_PKCS1_SHA3_512 : SignatureScheme.ECDSA_SHA3_512;
        };
    }
}
