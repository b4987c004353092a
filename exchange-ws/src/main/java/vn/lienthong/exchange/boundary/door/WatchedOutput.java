package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Objects;

/** An answer that has to be taken at a pace. */
final class WatchedOutput extends ServletOutputStream {
    /** What is written under one allowance. */
    private static final int PIECE = 1 << 16;

    private final ServletOutputStream answer;
    private final Visit visit;

    WatchedOutput(ServletOutputStream answer, Visit visit) {
        this.answer = answer;
        this.visit = visit;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, octets.length);
        for (int done = 0; done < length; done += PIECE) {
            int from = offset + done;
            int count = Math.min(PIECE, length - done);
            visit.write(count, () -> {
                answer.write(octets, from, count);
                return count;
            });
        }
    }

    @Override
    public void flush() throws IOException {
        visit.write(0, () -> {
            answer.flush();
            return 0;
        });
    }

    @Override
    public void close() throws IOException {
        visit.write(0, () -> {
            answer.close();
            return 0;
        });
    }

    @Override
    public boolean isReady() {
        return answer.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("answers are written by the thread that made them");
    }
}
