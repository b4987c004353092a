package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Objects;

/** A body that has to come at a pace. */
final class WatchedInput extends ServletInputStream {
    private final ServletInputStream body;
    private final Visit visit;

    WatchedInput(ServletInputStream body, Visit visit) {
        this.body = body;
        this.visit = visit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        return visit.read(() -> body.available() > 0 || body.isFinished(), () -> body.read(into, offset, length));
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("bodies are read by the thread that answers");
    }
}
