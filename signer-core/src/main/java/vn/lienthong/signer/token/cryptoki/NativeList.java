package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import vn.lienthong.signer.token.TokenFault;

/** Reads the lists whose length is asked for first, by a call without a buffer. Source: PKCS#11 v2.40 §5.2. */
final class NativeList {
    /** The list may grow between the two calls, for instance when a token is initialised meanwhile. */
    private static final int SPARE = 8;

    private NativeList() {}

    static long[] read(Reader reader) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_LONG);
            reader.into(MemorySegment.NULL, count);
            long room = count.get(JAVA_LONG, 0) + SPARE;
            MemorySegment values = arena.allocate(JAVA_LONG, room);
            count.set(JAVA_LONG, 0, room);
            reader.into(values, count);
            return values.asSlice(0, count.get(JAVA_LONG, 0) * Long.BYTES).toArray(JAVA_LONG);
        }
    }

    interface Reader {
        void into(MemorySegment values, MemorySegment count) throws TokenFault;
    }
}
