package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.OctetSearch;

/**
 * What octets say of signatures, whatever the objects in them say. One octet changed in a field, a dictionary or the
 * catalogue hides a signature from every reader of objects; its Contents still stands there in hexadecimal, for a
 * signature's own offsets are in it, so that it is never compressed.
 *
 * <p>Source: ISO 32000-1 §12.8.1, table 252; RFC 5652 §3 and §5.1 (ContentInfo of type signedData).
 */
public final class SignatureTraces {
    private static final byte LESS_THAN = '<';
    /** SEQUENCE of any length form, and in it the object identifier 1.2.840.113549.1.7.2. */
    private static final Pattern SIGNED_DATA = Pattern.compile(
            "<30(80|81..|82.{4}|83.{6}|84.{8})06092A864886F70D010702", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int WINDOW = 1 << 20;
    private static final int LONGEST = 64;

    private SignatureTraces() {}

    /** The positions of the hexadecimal strings that begin as a CMS signature does. */
    public static Set<Long> in(InputStream octets) throws IOException {
        Set<Long> found = new HashSet<>();
        byte[] window = new byte[WINDOW + LONGEST];
        int kept = 0;
        long position = 0;
        for (int read = octets.readNBytes(window, 0, WINDOW); read > 0; ) {
            int filled = kept + read;
            find(window, filled, position, found);
            // What lies across the border of two windows is whole in the next one.
            int tail = Math.min(LONGEST, filled);
            byte[] border = Arrays.copyOfRange(window, filled - tail, filled);
            System.arraycopy(border, 0, window, 0, tail);
            position += filled - tail;
            kept = tail;
            read = octets.readNBytes(window, kept, WINDOW);
        }
        return found;
    }

    /**
     * Adds those that begin in the window.
     *
     * @param position of the window's first octet
     */
    public static void find(byte[] window, int filled, long position, Set<Long> found) {
        for (int at = OctetSearch.indexOf(window, 0, filled, LESS_THAN);
                at < filled;
                at = OctetSearch.indexOf(window, at + 1, filled, LESS_THAN)) {
            if (isStart(window, at, filled) && isSignedData(window, at, filled)) {
                found.add(position + at);
            }
        }
    }

    private static boolean isStart(byte[] window, int at, int filled) {
        return at + 2 < filled && window[at + 1] == '3' && window[at + 2] == '0';
    }

    private static boolean isSignedData(byte[] window, int at, int filled) {
        String text = new String(window, at, Math.min(LONGEST, filled - at), StandardCharsets.ISO_8859_1);
        return SIGNED_DATA.matcher(text).lookingAt();
    }
}
