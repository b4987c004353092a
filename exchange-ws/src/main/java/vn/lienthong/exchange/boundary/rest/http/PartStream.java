package vn.lienthong.exchange.boundary.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * The octets up to a delimiter, which is taken off the stream and not handed out.
 *
 * <p>The delimiter starts with a carriage return and holds no other one, so after a failed match the search goes on at
 * the octet that failed: no octet is looked at more than twice.
 */
final class PartStream extends InputStream {
    private final OctetSource body;
    private final byte[] delimiter;
    private int matched;
    private int replayFrom;
    private int replayTo;
    private boolean ended;

    PartStream(OctetSource body, byte[] delimiter) {
        this.body = body;
        this.delimiter = delimiter;
    }

    /** As if a line end had just been read. */
    static PartStream atLineStart(OctetSource body, byte[] delimiter) {
        PartStream stream = new PartStream(body, delimiter);
        stream.matched = 2;
        return stream;
    }

    @Override
    public int read() throws IOException {
        if (replayFrom < replayTo) {
            return delimiter[replayFrom++] & 0xff;
        }
        while (!ended) {
            int octet = body.read();
            if (octet < 0) {
                throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED));
            }
            if (octet == (delimiter[matched] & 0xff)) {
                matched++;
                ended = matched == delimiter.length;
            } else if (matched == 0) {
                return octet;
            } else {
                // what looked like a delimiter is content; the octet that differs may start the next one
                body.unread();
                replayTo = matched;
                replayFrom = 1;
                matched = 0;
                return delimiter[0] & 0xff;
            }
        }
        return -1;
    }

    /** As many octets as the part has, also if they come in pieces: what they are written to is called as rarely as can be. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int count = 0;
        while (count < length) {
            int run = isAmidContent()
                    ? body.readRun(into, offset + count, length - count, delimiter[0], delimiter[1])
                    : 0;
            count += run;
            if (run == 0) {
                int octet = read();
                if (octet < 0) {
                    return count > 0 ? count : -1;
                }
                into[offset + count++] = (byte) octet;
            }
        }
        return count;
    }

    private boolean isAmidContent() {
        return !ended && matched == 0 && replayFrom == replayTo;
    }

    void skipToEnd() throws IOException {
        byte[] skipped = new byte[8 * 1024];
        while (read(skipped, 0, skipped.length) >= 0) {
            // up to the delimiter
        }
    }

    /** A part is left, not closed: the connection goes on. */
    @Override
    public void close() {}
}
