package vn.lienthong.signer.validate;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the elements of a DER structure begin. Tags and lengths around a signed content are outside of every digest, so
 * parsers that forgive a wrong tag find the signature right.
 */
final class DerTags {
    private DerTags() {}

    /** One tag that becomes another. */
    record Change(int at, int mask) {
        byte[] in(byte[] der) {
            byte[] changed = der.clone();
            changed[at] ^= (byte) mask;
            return changed;
        }
    }

    /**
     * Every tag under each mask, the outermost first. The system property {@code changed.tags} names other masks, in
     * hexadecimal with commas, for a longer look.
     */
    static List<Change> changes(byte[] der) {
        List<Integer> tags = new ArrayList<>();
        collect(der, 0, der.length, tags);
        List<Change> changes = new ArrayList<>();
        for (String mask : System.getProperty("changed.tags", "a0").split(",", -1)) {
            tags.forEach(at -> changes.add(new Change(at, Integer.parseInt(mask, 16))));
        }
        return changes;
    }

    /** All tags here have one octet. */
    private static void collect(byte[] der, int from, int to, List<Integer> tags) {
        int at = from;
        while (at < to) {
            tags.add(at);
            int first = der[at + 1] & 0xff;
            int header = 2;
            int length = first;
            if (first > 0x80) {
                length = 0;
                for (; header < 2 + first - 0x80; header++) {
                    length = length << 8 | der[at + header] & 0xff;
                }
            }
            int content = at + header;
            boolean nested = der[at] == 0x04 && length > 2 && der[content] == 0x30 && isWhole(der, content, length);
            if ((der[at] & 0x20) != 0 || nested) {
                collect(der, content, content + length, tags);
            }
            at = content + length;
        }
    }

    /** Whether the octet string is one DER sequence, as contents and extensions are. */
    private static boolean isWhole(byte[] der, int at, int length) {
        int first = der[at + 1] & 0xff;
        return switch (first) {
            case 0x81 -> (der[at + 2] & 0xff) + 3 == length;
            case 0x82 -> ((der[at + 2] & 0xff) << 8 | der[at + 3] & 0xff) + 4 == length;
            default -> first + 2 == length;
        };
    }
}
