package vn.lienthong.signer.sign.baseline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/** Digests a part of a file as it passes; memory does not depend on the file's length. */
public final class FileDigest {
    private static final int BUFFER = 64 * 1024;

    private FileDigest() {}

    /**
     * The digesters have taken in the octets from {@code from} up to before {@code to}.
     *
     * @throws IOException if the file ends before
     */
    public static void update(FileChannel file, long from, long to, MessageDigest... digests) throws IOException {
        byte[] octets = new byte[(int) Math.min(BUFFER, Math.max(0, to - from))];
        for (long at = from; at < to; ) {
            int read = file.read(ByteBuffer.wrap(octets, 0, (int) Math.min(octets.length, to - at)), at);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            for (MessageDigest digest : digests) {
                digest.update(octets, 0, read);
            }
            at += read;
        }
    }
}
