package vn.lienthong.signer.algorithm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds octets in long runs of them, eight at a time and without a copy. */
public final class OctetSearch {
    private static final VarHandle EIGHT_OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private OctetSearch() {}

    /** Where {@code sought} first is at or behind {@code from}, or {@code to} if it is not before that. */
    public static int indexOf(byte[] octets, int from, int to, byte sought) {
        long pattern = (sought & 0xffL) * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long differs = (long) EIGHT_OCTETS.get(octets, at) ^ pattern;
            // an octet that is zero shows by what it borrows; so may octets above it, but none below
            long zeros = differs - ONES & ~differs & HIGH_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        while (at < to && octets[at] != sought) {
            at++;
        }
        return at;
    }
}
