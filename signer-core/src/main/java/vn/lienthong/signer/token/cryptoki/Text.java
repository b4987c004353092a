package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fixed-width texts of PKCS#11: UTF-8, padded with blanks, not ended by a zero. Source: PKCS#11 v2.40 §3.1. */
final class Text {
    private Text() {}

    static String at(MemorySegment structure, long offset, int width) {
        byte[] octets = structure.asSlice(offset, width).toArray(JAVA_BYTE);
        return new String(octets, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    }

    /** @throws IllegalArgumentException if the text needs more octets than the field has */
    static byte[] padded(String text, int width) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > width) {
            throw new IllegalArgumentException("the text needs " + octets.length + " octets, the field has " + width);
        }
        byte[] padded = Arrays.copyOf(octets, width);
        Arrays.fill(padded, octets.length, width, (byte) ' ');
        return padded;
    }
}
