package vn.lienthong.exchange.infrastructure.edxml;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A head, a piece repeated to a length, a tail: as long as one likes, and never in memory. */
final class PatternStream extends InputStream {
    private final byte[] head;
    private final byte[] piece;
    private final byte[] tail;
    private final long repeated;
    private long at;

    PatternStream(String head, String piece, long times, String tail) {
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.piece = piece.getBytes(StandardCharsets.UTF_8);
        this.tail = tail.getBytes(StandardCharsets.UTF_8);
        this.repeated = this.piece.length * times;
    }

    /** Octets handed out so far. */
    long position() {
        return at;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        long inPiece = at - head.length;
        long inTail = inPiece - repeated;
        int count;
        if (inPiece < 0) {
            count = copy(head, (int) at, buffer, offset, length);
        } else if (inTail < 0) {
            int most = (int) Math.min(length, -inTail);
            count = copy(piece, (int) (inPiece % piece.length), buffer, offset, most);
        } else if (inTail < tail.length) {
            count = copy(tail, (int) inTail, buffer, offset, length);
        } else {
            return -1;
        }
        at += count;
        return count;
    }

    private static int copy(byte[] from, int start, byte[] to, int offset, int most) {
        int count = Math.min(from.length - start, most);
        System.arraycopy(from, start, to, offset, count);
        return count;
    }
}
