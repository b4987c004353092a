package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Octets that are as many as the signed Body says; more or fewer are refused while they are read. Not thread-safe. */
final class DeclaredLength extends FilterInputStream {
    private final long declared;
    private long count;

    DeclaredLength(InputStream octets, long declared) {
        super(octets);
        this.declared = declared;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0 && count < declared) {
            throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED));
        }
        count += Math.max(0, read);
        if (count > declared) {
            throw new FailureException(Failure.of(FailureCode.BODY_DIGEST_MISMATCH, "Length"));
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return 0; // nothing is skipped: each octet is hashed
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
