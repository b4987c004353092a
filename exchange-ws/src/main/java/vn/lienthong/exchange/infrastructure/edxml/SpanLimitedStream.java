package vn.lienthong.exchange.infrastructure.edxml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes a stream on, but no more than a span of it between two calls of {@link #startSpan()}: so no single XML token (a
 * name, a comment, an attribute) can fill the memory, however long the whole is.
 */
final class SpanLimitedStream extends FilterInputStream {
    private final int span;
    private long left;
    private long total;

    SpanLimitedStream(InputStream in, int span) {
        super(in);
        this.span = span;
        this.left = span;
    }

    /** The next token may take a whole span again. */
    void startSpan() {
        left = span;
    }

    /** Octets read so far. */
    long total() {
        return total;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new SpanExceededException();
        }
        int count = super.read(buffer, offset, (int) Math.min(length, left));
        if (count > 0) {
            left -= count;
            total += count;
        }
        return count;
    }

    @Override
    public void close() {
        // the stream belongs to the caller
    }

    /** One token is longer than a span. */
    static final class SpanExceededException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
