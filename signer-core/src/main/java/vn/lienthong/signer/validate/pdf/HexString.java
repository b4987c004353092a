package vn.lienthong.signer.validate.pdf;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The octets of a signature's Contents: one DER value, then padding. */
final class HexString {
    private final byte[] octets;
    private final int derLength;

    private HexString(byte[] octets, int derLength) {
        this.octets = octets;
        this.derLength = derLength;
    }

    /**
     * The value of {@code <...>}; null unless it is hexadecimal digits in one case of letters and nothing else, of even
     * number, that start with a DER sequence. One case, for the digits are not signed: mixed case means that somebody
     * wrote into them.
     */
    static @Nullable HexString parse(byte[] hole) {
        int last = hole.length - 1;
        if (hole[0] != '<' || hole[last] != '>' || hole.length % 2 != 0) {
            return null;
        }
        boolean lower = false;
        boolean upper = false;
        for (int i = 1; i < last; i++) {
            byte digit = hole[i];
            lower |= digit >= 'a' && digit <= 'f';
            upper |= digit >= 'A' && digit <= 'F';
            if (!HexFormat.isHexDigit(digit)) {
                return null;
            }
        }
        if (lower && upper) {
            return null;
        }
        byte[] octets =
                HexFormat.of().parseHex(new String(hole, 1, last - 1, java.nio.charset.StandardCharsets.US_ASCII));
        int derLength = derLength(octets);
        return derLength < 0 ? null : new HexString(octets, derLength);
    }

    /** The length of the DER sequence at the start with its header, or -1. Source: X.690 §8.1.3, §10.1. */
    private static int derLength(byte[] octets) {
        if (octets.length < 2 || octets[0] != 0x30) {
            return -1;
        }
        int first = octets[1] & 0xff;
        if (first < 0x80) {
            return first + 2 <= octets.length ? first + 2 : -1;
        }
        int count = first & 0x7f;
        if (count < 1 || count > 3 || octets.length < 2 + count) {
            return -1;
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | (octets[2 + i] & 0xff);
        }
        int total = length + 2 + count;
        return total <= octets.length ? total : -1;
    }

    byte[] der() {
        return Arrays.copyOf(octets, derLength);
    }

    boolean paddingIsZero() {
        for (int i = derLength; i < octets.length; i++) {
            if (octets[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
