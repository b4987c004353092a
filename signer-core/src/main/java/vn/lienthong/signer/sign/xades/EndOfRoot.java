package vn.lienthong.signer.sign.xades;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Where the end-tag of the root begins in a well-formed document, behind whose root there is nothing but white space: such a
 * tag holds its name and white space alone, so it is found from the back without a doubt.
 *
 * <p>Source: XML 1.0 §2.1, production 42.
 */
final class EndOfRoot {
    /** As much as is read from the back; an end-tag with more white space around it is left to DSS. */
    private static final int TAIL = 64 * 1024;

    private EndOfRoot() {}

    /**
     * The offset in octets.
     *
     * @param root the qualified name of the document's element
     * @throws Unfamiliar if the root is an empty-element tag, or there is too much white space
     */
    static long offset(FileChannel document, String root) throws IOException, Unfamiliar {
        long length = document.size();
        int count = (int) Math.min(TAIL, length);
        ByteBuffer tail = ByteBuffer.allocate(count);
        while (tail.hasRemaining()) {
            if (document.read(tail, length - count + tail.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        byte[] octets = tail.array();
        byte[] tag = ("</" + root).getBytes(StandardCharsets.UTF_8);
        int close = beforeSpace(octets, octets.length) - 1;
        int end = close < 0 || octets[close] != '>' ? -1 : beforeSpace(octets, close);
        int begin = end - tag.length;
        if (begin < 0 || !startsAt(octets, begin, tag)) {
            throw new Unfamiliar("no end-tag of its root close to its end");
        }
        return length - count + begin;
    }

    /** Where the white space before {@code end} begins. */
    private static int beforeSpace(byte[] octets, int end) {
        int at = end;
        while (at > 0
                && (octets[at - 1] == ' '
                        || octets[at - 1] == '\t'
                        || octets[at - 1] == '\r'
                        || octets[at - 1] == '\n')) {
            at--;
        }
        return at;
    }

    private static boolean startsAt(byte[] octets, int at, byte[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (octets[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
