package vn.lienthong.signer.algorithm;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Octets that nobody can change: copied in and copied out, compared in constant time. Immutable and thread-safe.
 */
public final class Bytes {
    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** The value holds a copy of {@code octets}. */
    public static Bytes of(byte[] octets) {
        return new Bytes(octets.clone());
    }

    /**
     * The value holds the octets that the hexadecimal text spells, in either case.
     *
     * @throws IllegalArgumentException if the text is not hexadecimal or has an odd length
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /** A fresh copy that the caller may change. */
    public byte[] toArray() {
        return octets.clone();
    }

    public int length() {
        return octets.length;
    }

    /** Lower-case hexadecimal, two digits an octet. */
    public String hex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** Only the length: octets may be secret, and this text ends up in logs. */
    @Override
    public String toString() {
        return "Bytes[" + octets.length + "]";
    }
}
