package vn.lienthong.signer.pdf;

import java.util.Arrays;

/**
 * The objects of a document in the order in which the file has them, each checked as the file passes by: at its offset
 * stands its number. Where one does not, readers repair the document, each in its own way. Not thread-safe.
 */
public final class ObjectPlaces {
    /** The longest "number generation obj", with some white space. */
    static final int LONGEST_HEADER = 48;

    private final long[] offsets;
    private final int[] numbers;
    private final int[] generations;
    private int next;

    ObjectPlaces(long[] offsets, int[] numbers, int[] generations) {
        this.offsets = offsets;
        this.numbers = numbers;
        this.generations = generations;
    }

    /**
     * Every object that starts in the window has its number there. Windows come in order, without a gap, and overlap by 64
     * octets or more.
     *
     * @param position of the window's first octet in the file
     * @param last whether the file ends with the window
     */
    public void check(byte[] window, int filled, long position, boolean last) throws PdfFault {
        while (next < offsets.length) {
            long at = offsets[next] - position;
            if (!last && at + LONGEST_HEADER > filled) {
                return;
            }
            if (at < 0 || at >= filled || !startsObject(window, (int) at, filled)) {
                throw PdfFault.malformed("object " + numbers[next] + " is not where the document says");
            }
            next++;
        }
    }

    /** The offset of the last object that starts before that position, or -1. */
    public long before(long position) {
        int at = Arrays.binarySearch(offsets, position);
        int index = at >= 0 ? at - 1 : -at - 2;
        return index < 0 ? -1 : offsets[index];
    }

    private boolean startsObject(byte[] window, int at, int filled) {
        int i = number(window, at, filled, numbers[next]);
        int j = i < 0 ? -1 : number(window, white(window, i, filled), filled, generations[next]);
        if (j < 0 || white(window, i, filled) == i) {
            return false;
        }
        int k = white(window, j, filled);
        return k > j && k + 3 <= filled && window[k] == 'o' && window[k + 1] == 'b' && window[k + 2] == 'j';
    }

    private static int white(byte[] window, int at, int filled) {
        int i = at;
        while (i < filled && Syntax.isWhite(window[i])) {
            i++;
        }
        return i;
    }

    /** Behind the digits at that place, or -1 if they are not those of the number. */
    private static int number(byte[] window, int at, int filled, int expected) {
        long value = 0;
        int i = at;
        while (i < filled && Syntax.isDigit(window[i]) && i - at < 10) {
            value = value * 10 + window[i++] - '0';
        }
        return i > at && value == expected ? i : -1;
    }
}
