package vn.lienthong.exchange.boundary.vxp;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer whose length shows at its end. Up to 64 KiB are held back: then the length is announced, and until
 * then a failure can still be answered. Closing it does nothing, so that a failure's half answer is not sent.
 */
final class GrowingAnswer extends OutputStream {
    private static final int HELD_BACK = 64 * 1024;

    private final HttpServletResponse response;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean growing;

    GrowingAnswer(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (!growing && held.size() + length > HELD_BACK) {
            growing = true;
            held.writeTo(response.getOutputStream());
            held.reset();
        }
        if (growing) {
            response.getOutputStream().write(octets, offset, length);
        } else {
            held.write(octets, offset, length);
        }
    }

    /** The answer is whole. */
    void finish() throws IOException {
        if (!growing) {
            response.setContentLength(held.size());
            held.writeTo(response.getOutputStream());
        }
    }
}
