package vn.lienthong.signer.evidence.merkle;

import java.security.MessageDigest;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * A SHA-256 value.
 *
 * @param value exactly 32 octets
 */
public record Sha256Hash(Bytes value) {
    /** 32 zero octets: what stands where no earlier value exists. */
    public static final Sha256Hash ZERO = new Sha256Hash(Bytes.of(new byte[32]));

    public Sha256Hash {
        if (value.length() != 32) {
            throw new IllegalArgumentException("a SHA-256 value has 32 octets, not " + value.length());
        }
    }

    /** The hash of the parts, one after the other. */
    public static Sha256Hash over(byte[]... parts) {
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Sha256Hash(Bytes.of(digest.digest()));
    }

    /**
     * The value that the text spells.
     *
     * @throws IllegalArgumentException if the text is anything but 64 lower-case hexadecimal digits
     */
    public static Sha256Hash ofHex(String hex) {
        Sha256Hash hash = new Sha256Hash(Bytes.ofHex(hex));
        if (!hash.hex().equals(hex)) {
            throw new IllegalArgumentException("hexadecimal digits are lower-case here");
        }
        return hash;
    }

    public byte[] toArray() {
        return value.toArray();
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
