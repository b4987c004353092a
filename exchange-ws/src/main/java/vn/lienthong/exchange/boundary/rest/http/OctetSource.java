package vn.lienthong.exchange.boundary.rest.http;

import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.signer.algorithm.OctetSearch;

/** A stream with a buffer in front, out of which runs are copied and the last octet can be put back. */
final class OctetSource {
    private final InputStream source;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;

    OctetSource(InputStream source) {
        this.source = source;
    }

    /** The next octet, or -1 at the end. */
    int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    /** The octet that was read last will be read again. */
    void unread() {
        position--;
    }

    /**
     * The count of octets copied, at most {@code length}: those that are in the buffer before one {@code stop} that
     * {@code then} follows, or may follow where the buffer ends.
     */
    int readRun(byte[] into, int offset, int length, byte stop, byte then) throws IOException {
        if (position == limit && !fill()) {
            return 0;
        }
        int end = Math.min(limit, position + length);
        int run = OctetSearch.indexOf(buffer, position, end, stop);
        while (run < end && run + 1 < limit && buffer[run + 1] != then) {
            run = OctetSearch.indexOf(buffer, run + 1, end, stop);
        }
        int count = run - position;
        System.arraycopy(buffer, position, into, offset, count);
        position = run;
        return count;
    }

    private boolean fill() throws IOException {
        int count = source.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
