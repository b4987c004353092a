package vn.lienthong.exchange.boundary.soap.endpoint;

import java.io.InputStream;
import java.util.Arrays;

/** So many octets, all zero. */
final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
        this.left = length;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int given = (int) Math.min(left, length);
        Arrays.fill(buffer, offset, offset + given, (byte) 0);
        left -= given;
        return given;
    }
}
