package vn.lienthong.signer.evidence.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.signer.cms.Der;

/**
 * The spellings of a DER element in which one of its OCTET STRINGs, or of its implicitly tagged ones, is put together of
 * two, as BER allows. Source: X.690 §8.7.3.
 */
final class ConstructedStrings {
    private static final int CONSTRUCTED = 0x20;

    private final byte[] der;
    private final Map<String, byte[]> variants = new LinkedHashMap<>();
    /** The octet at which the string stands that is to be rewritten; -1 while they are looked for. */
    private int target;

    private ConstructedStrings(byte[] der) {
        this.der = der;
    }

    static Map<String, byte[]> in(byte[] der) {
        ConstructedStrings strings = new ConstructedStrings(der);
        for (int at = 0; at < der.length; at++) {
            strings.target = at;
            byte[] changed = strings.rewritten(0, der.length);
            if (!java.util.Arrays.equals(changed, der)) {
                strings.variants.put("constructed string at " + at, changed);
            }
        }
        return strings.variants;
    }

    /** The elements between these two octets, with the target rewritten. */
    private byte[] rewritten(int from, int to) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int at = from;
        while (at < to) {
            int tag = der[at] & 0xff;
            int[] content = content(at);
            byte[] inner = java.util.Arrays.copyOfRange(der, content[0], content[1]);
            if (at == target && (tag == Der.OCTET_STRING || tag == 0x80)) {
                int half = inner.length / 2;
                byte[] first = Der.element(Der.OCTET_STRING, java.util.Arrays.copyOf(inner, half));
                byte[] second = Der.element(Der.OCTET_STRING, java.util.Arrays.copyOfRange(inner, half, inner.length));
                out.writeBytes(Der.element(tag | CONSTRUCTED, first, second));
            } else if ((tag & CONSTRUCTED) != 0 && target > at && target < content[1]) {
                out.writeBytes(Der.element(tag, rewritten(content[0], content[1])));
            } else {
                out.write(der, at, content[1] - at);
            }
            at = content[1];
        }
        return out.toByteArray();
    }

    private int[] content(int at) {
        int length = der[at + 1] & 0xff;
        int start = at + 2;
        if (length >= 0x80) {
            int octets = length & 0x7f;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | (der[start++] & 0xff);
            }
        }
        return new int[] {start, start + length};
    }
}
