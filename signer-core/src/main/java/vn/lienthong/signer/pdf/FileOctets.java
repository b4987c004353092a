package vn.lienthong.signer.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file through one window, so that memory does not depend on the file's length. Not thread-safe. */
final class FileOctets implements Octets {
    private static final int WINDOW = 16 * 1024;
    /** Objects are read forwards, and what is looked at behind them lies close before. */
    private static final int BACK = 512;

    private final FileChannel file;
    private final long length;
    private final byte[] window;
    private long start;
    private int filled;

    FileOctets(FileChannel file, long length) {
        this.file = file;
        this.length = length;
        this.window = new byte[(int) Math.min(WINDOW, length)];
    }

    @Override
    public int at(long position) throws IOException {
        if (position >= start && position < start + filled) {
            return window[(int) (position - start)] & 0xff;
        }
        if (position < 0 || position >= length) {
            return -1;
        }
        start = Math.max(0, position - BACK);
        filled = (int) Math.min(window.length, length - start);
        read(window, filled, start);
        return window[(int) (position - start)] & 0xff;
    }

    @Override
    public long length() {
        return length;
    }

    /** A copy of a part of the file, past the window. */
    byte[] copy(long from, int count) throws IOException {
        byte[] copy = new byte[count];
        read(copy, count, from);
        return copy;
    }

    private void read(byte[] into, int count, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }
}
