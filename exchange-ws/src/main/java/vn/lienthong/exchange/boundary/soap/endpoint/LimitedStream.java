package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Octets up to a limit; one more is refused with {@code body-too-large}. Not thread-safe. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final Runnable onLarge;
    private final long large;
    private long count;

    /** @param onLarge run once, when more than {@code large} octets came */
    LimitedStream(InputStream octets, long limit, long large, Runnable onLarge) {
        super(octets);
        this.limit = limit;
        this.large = large;
        this.onLarge = onLarge;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long octets) {
        boolean before = count <= large;
        count += octets;
        if (count > limit) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Long.toString(limit)));
        }
        if (before && count > large) {
            onLarge.run();
        }
    }
}
