package vn.lienthong.signer.pdf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries by object number, of which the first one put in stays: sections are read from the newest to the oldest. Sixteen
 * octets an entry, for a document may have a million. Not thread-safe.
 */
final class XrefMap {
    static final int MAX_ENTRIES = 1_000_000;

    private static final int FREE = 0;
    private static final int IN_USE = 1;
    private static final int COMPRESSED = 2;
    private static final int SMALLEST = 256;

    /** Object numbers plus one; zero for an empty place. */
    private int[] numbers = new int[SMALLEST];
    /** The kind in the lowest two bits, then 16 bits of generation or index, then the offset or the stream's number. */
    private long[] places = new long[SMALLEST];

    private final @Nullable XrefMap below;
    private int size;
    private int highest;

    XrefMap() {
        this(null);
    }

    /** Entries that hide those of the same number below. */
    XrefMap(@Nullable XrefMap below) {
        this.below = below;
    }

    /** Whether there was none yet, not counting what is below. */
    boolean putIfAbsent(int number, XrefEntry entry) throws PdfFault {
        int at = find(number);
        if (numbers[at] != 0) {
            return false;
        }
        if (++size > MAX_ENTRIES) {
            throw PdfFault.tooComplex("more than " + MAX_ENTRIES + " objects");
        }
        numbers[at] = number + 1;
        places[at] = packed(entry);
        if (packed(entry) != FREE) {
            highest = Math.max(highest, number);
        }
        if (size * 2 > numbers.length) {
            grow();
        }
        return true;
    }

    /** Null if no section speaks of it. */
    @Nullable XrefEntry get(int number) {
        for (XrefMap map = this; map != null; map = map.below) {
            int at = map.find(number);
            if (map.numbers[at] != 0) {
                return unpacked(map.places[at]);
            }
        }
        return null;
    }

    /** The highest number of an object that is not free. */
    int highest() {
        return below == null ? highest : Math.max(highest, below.highest());
    }

    /** How many entries there are, not counting what is below. */
    int size() {
        return size;
    }

    /** The numbers of all entries, not counting what is below; ascending. */
    int[] numbers() {
        return Arrays.stream(numbers)
                .filter(n -> n != 0)
                .map(n -> n - 1)
                .sorted()
                .toArray();
    }

    /** Every object in use at an offset of its own, in the order of their offsets. */
    ObjectPlaces inUse() {
        long[] offsets = new long[size];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0 && (places[i] & 3) == IN_USE) {
                offsets[count++] = places[i] >>> 18;
            }
        }
        offsets = Arrays.copyOf(offsets, count);
        Arrays.sort(offsets);
        int[] numberOf = new int[count];
        int[] generationOf = new int[count];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0 && (places[i] & 3) == IN_USE) {
                int at = Arrays.binarySearch(offsets, places[i] >>> 18);
                numberOf[at] = numbers[i] - 1;
                generationOf[at] = (int) (places[i] >>> 2) & 0xffff;
            }
        }
        return new ObjectPlaces(offsets, numberOf, generationOf);
    }

    private int find(int number) {
        int at = number * 0x9E3779B9 >>> 7 & numbers.length - 1;
        while (numbers[at] != 0 && numbers[at] != number + 1) {
            at = at + 1 & numbers.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] oldNumbers = numbers;
        long[] oldPlaces = places;
        numbers = new int[oldNumbers.length * 2];
        places = new long[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int at = find(oldNumbers[i] - 1);
                numbers[at] = oldNumbers[i];
                places[at] = oldPlaces[i];
            }
        }
    }

    private static long packed(XrefEntry entry) {
        return switch (entry) {
            case XrefEntry.Free free -> FREE;
            case XrefEntry.InUse(long offset, int generation) -> offset << 18 | (long) generation << 2 | IN_USE;
            case XrefEntry.Compressed(int stream, int index) -> (long) stream << 18 | (long) index << 2 | COMPRESSED;
        };
    }

    private static XrefEntry unpacked(long packed) {
        int small = (int) (packed >>> 2) & 0xffff;
        return switch ((int) packed & 3) {
            case IN_USE -> new XrefEntry.InUse(packed >>> 18, small);
            case COMPRESSED -> new XrefEntry.Compressed((int) (packed >>> 18), small);
            default -> new XrefEntry.Free();
        };
    }
}
