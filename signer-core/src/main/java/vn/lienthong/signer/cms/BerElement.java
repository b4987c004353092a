package vn.lienthong.signer.cms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Measures an ASN.1 element from outside before any parser reads it: parsers descend by recursion, and 30 kB of nested
 * sequences would exhaust their stack.
 *
 * <p>Source: X.690 §8.1.
 */
public final class BerElement {
    private static final int INDEFINITE = -1;
    private static final int CONSTRUCTED = 0x20;
    private static final int MANY_OCTETS_OF_TAG = 0x1f;

    private final byte[] octets;
    private final Deque<Integer> ends = new ArrayDeque<>();
    private int at;

    private BerElement(byte[] octets) {
        this.octets = octets;
    }

    /**
     * The number of octets of the element that {@code octets} starts with, or empty if it is cut off, malformed, or
     * nests deeper than {@code maxDepth}. What follows the element is not looked at.
     */
    public static OptionalInt length(byte[] octets, int maxDepth) {
        BerElement element = new BerElement(octets);
        return element.walk(maxDepth) ? OptionalInt.of(element.at) : OptionalInt.empty();
    }

    /** Whether {@code octets} are one element that nests no deeper than {@code maxDepth}, and nothing more. */
    public static boolean isWhole(byte[] octets, int maxDepth) {
        OptionalInt length = length(octets, maxDepth);
        return length.isPresent() && length.getAsInt() == octets.length;
    }

    private boolean walk(int maxDepth) {
        do {
            if (!step() || ends.size() > maxDepth) {
                return false;
            }
            while (!ends.isEmpty() && ends.peek() == at) {
                ends.pop();
            }
        } while (!ends.isEmpty());
        return true;
    }

    /** Past one header, and past the contents too if they are primitive. */
    private boolean step() {
        if (isEndOfContents()) {
            at += 2;
            ends.pop();
            return true;
        }
        if (at >= octets.length) {
            return false;
        }
        int tag = octets[at++];
        if ((tag & MANY_OCTETS_OF_TAG) == MANY_OCTETS_OF_TAG) {
            do {
                if (at >= octets.length) {
                    return false;
                }
            } while ((octets[at++] & 0x80) != 0);
        }
        int length = readLength();
        boolean constructed = (tag & CONSTRUCTED) != 0;
        if (length == INDEFINITE) {
            ends.push(INDEFINITE);
            return constructed;
        }
        if (length < 0 || length > limit() - at) {
            return false;
        }
        if (constructed) {
            ends.push(at + length);
        } else {
            at += length;
        }
        return true;
    }

    private boolean isEndOfContents() {
        return !ends.isEmpty()
                && ends.peek() == INDEFINITE
                && at + 1 < octets.length
                && octets[at] == 0
                && octets[at + 1] == 0;
    }

    /** Where the innermost element of known length ends. */
    private int limit() {
        Integer innermost = ends.peek();
        return innermost == null || innermost == INDEFINITE ? octets.length : innermost;
    }

    /** The length in the header, {@link #INDEFINITE}, or something under it if there is none that fits an int. */
    private int readLength() {
        if (at >= octets.length) {
            return Integer.MIN_VALUE;
        }
        int first = octets[at++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0) {
            return INDEFINITE;
        }
        if (count > 4 || count > octets.length - at) {
            return Integer.MIN_VALUE;
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | (octets[at++] & 0xff);
        }
        return length > Integer.MAX_VALUE ? Integer.MIN_VALUE : (int) length;
    }
}
