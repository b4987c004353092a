package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The octets of a request, as many as may be read of it by what is known of its sender so far. Not thread-safe. */
final class StrangersOctets extends FilterInputStream {
    private final Call call;
    private final long longest;
    private long count;

    /** @param longest the most octets of any request */
    StrangersOctets(InputStream octets, Call call, long longest) {
        super(octets);
        this.call = call;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return 0; // whoever wants to get on reads
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long octets) {
        count += octets;
        long most = Math.min(call.mostOctets(), longest);
        if (count > most) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Long.toString(most)));
        }
    }
}
