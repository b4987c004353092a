package vn.lienthong.exchange.domain.content;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest: 32 octets, copied in and out, compared in constant time. */
public final class Sha256Digest {
    private final byte[] octets;

    private Sha256Digest(byte[] octets) {
        if (octets.length != 32) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 octets");
        }
        this.octets = octets;
    }

    public static Sha256Digest of(byte[] octets) {
        return new Sha256Digest(octets.clone());
    }

    /** @throws IllegalArgumentException unless {@code hex} is 64 hexadecimal digits */
    public static Sha256Digest ofHex(String hex) {
        return new Sha256Digest(HexFormat.of().parseHex(hex));
    }

    public byte[] toArray() {
        return octets.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sha256Digest that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return (octets[0] & 0xff) << 24 | (octets[1] & 0xff) << 16 | (octets[2] & 0xff) << 8 | octets[3] & 0xff;
    }

    @Override
    public String toString() {
        return hex();
    }
}
