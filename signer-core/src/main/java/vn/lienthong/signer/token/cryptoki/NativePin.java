package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.lienthong.signer.token.Pin;

/** A PIN in native memory as UTF-8, overwritten when closed. */
final class NativePin implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment octets;

    NativePin(Pin pin) {
        byte[] utf8 = pin.reveal(NativePin::utf8);
        octets = arena.allocateFrom(JAVA_BYTE, utf8);
        Arrays.fill(utf8, (byte) 0);
    }

    private static byte[] utf8(char[] characters) {
        ByteBuffer widest = ByteBuffer.allocate(characters.length * 3);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), widest, true);
        byte[] exact = Arrays.copyOf(widest.array(), widest.position());
        Arrays.fill(widest.array(), (byte) 0);
        return exact;
    }

    MemorySegment segment() {
        return octets;
    }

    long length() {
        return octets.byteSize();
    }

    @Override
    public void close() {
        octets.fill((byte) 0);
        arena.close();
    }
}
