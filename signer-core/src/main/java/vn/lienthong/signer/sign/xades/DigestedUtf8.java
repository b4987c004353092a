package vn.lienthong.signer.sign.xades;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Digests characters as UTF-8 with the escapes of canonical XML. A pair of surrogates may come in two pieces. Not
 * thread-safe.
 *
 * <p>Source: Canonical XML 1.0 §2.3, which Exclusive XML Canonicalization §3 refers to.
 */
final class DigestedUtf8 {
    private static final int BUFFER = 8 * 1024;
    /** The longest that one character becomes. */
    private static final int LONGEST = 6;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private char highSurrogate;

    DigestedUtf8(MessageDigest digest) {
        this.digest = digest;
    }

    /** Markup and names, as they are. */
    void markup(String text) {
        for (int i = 0; i < text.length(); i++) {
            encode(text.charAt(i));
        }
    }

    void text(char[] characters, int from, int count) {
        for (int i = from; i < from + count; i++) {
            char c = characters[i];
            switch (c) {
                case '&' -> ascii("&amp;");
                case '<' -> ascii("&lt;");
                case '>' -> ascii("&gt;");
                case '\r' -> ascii("&#xD;");
                default -> encode(c);
            }
        }
    }

    void attributeValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> ascii("&amp;");
                case '<' -> ascii("&lt;");
                case '"' -> ascii("&quot;");
                case '\t' -> ascii("&#x9;");
                case '\n' -> ascii("&#xA;");
                case '\r' -> ascii("&#xD;");
                default -> encode(c);
            }
        }
    }

    /** Of all that was written; this writer is at its beginning again. */
    byte[] digest() {
        flush();
        return digest.digest();
    }

    private void ascii(String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        makeRoom();
        System.arraycopy(octets, 0, buffer, filled, octets.length);
        filled += octets.length;
    }

    private void encode(char c) {
        makeRoom();
        if (c < 0x80) {
            buffer[filled++] = (byte) c;
        } else if (c < 0x800) {
            buffer[filled++] = (byte) (0xc0 | c >> 6);
            buffer[filled++] = (byte) (0x80 | c & 0x3f);
        } else if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            int codePoint = Character.toCodePoint(highSurrogate, c);
            buffer[filled++] = (byte) (0xf0 | codePoint >> 18);
            buffer[filled++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
            buffer[filled++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
            buffer[filled++] = (byte) (0x80 | codePoint & 0x3f);
        } else {
            buffer[filled++] = (byte) (0xe0 | c >> 12);
            buffer[filled++] = (byte) (0x80 | c >> 6 & 0x3f);
            buffer[filled++] = (byte) (0x80 | c & 0x3f);
        }
    }

    private void makeRoom() {
        if (filled > BUFFER - LONGEST) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }
}
