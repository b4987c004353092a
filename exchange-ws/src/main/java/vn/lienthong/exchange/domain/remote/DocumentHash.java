package vn.lienthong.exchange.domain.remote;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The hash of something to be signed, by SHA-256, SHA-384 or SHA-512.
 *
 * @param hex 64, 96 or 128 lower-case hexadecimal digits
 */
public record DocumentHash(String hex) {
    private static final Pattern FORM = Pattern.compile("(?:[0-9a-f]{32}){2,4}");

    public DocumentHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a hash has 32, 48 or 64 octets");
        }
    }

    public static DocumentHash of(byte[] octets) {
        return new DocumentHash(HexFormat.of().formatHex(octets));
    }

    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }
}
