package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Where a module writes a signature, and how long it says it is. */
final class SignatureBuffer {
    /** RSA with 8192 bits, twice what any key here has. */
    private static final int CAPACITY = 1024;

    private final MemorySegment octets;
    private final MemorySegment length;

    SignatureBuffer(Arena arena) {
        octets = arena.allocate(CAPACITY);
        length = arena.allocate(JAVA_LONG);
    }

    MemorySegment octets() {
        return octets;
    }

    /** The length's place, holding the capacity, as the next call wants it. */
    MemorySegment freshLength() {
        length.set(JAVA_LONG, 0, CAPACITY);
        return length;
    }

    long length() {
        return length.get(JAVA_LONG, 0);
    }

    byte[] signature() {
        return octets.asSlice(0, length()).toArray(JAVA_BYTE);
    }
}
