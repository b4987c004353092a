package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import vn.lienthong.exchange.domain.content.BodyBrokenException;
import vn.lienthong.exchange.domain.content.ContentTooLargeException;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.DigestMismatchException;
import vn.lienthong.exchange.infrastructure.content.TailDigest.Received;

/** Copies a body into its staging file, hashing on the way. */
final class StagingCopy {
    private static final int BUFFER = 1 << 16;

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private StagingCopy() {}

    /** The file, which was not there before, holds the declared octets, and this is what they are; see {@code ContentStore.stage}. */
    static Received receive(InputStream body, Path file, long limit, DeclaredBody declared) throws IOException {
        TailDigest digest = new TailDigest();
        long longest = declared.crlfMayFollow() ? limit + TailDigest.CRLF : limit;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(file, NEW, FileContentStore.PRIVATE_FILE)) {
            for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
                digest.update(buffer, count);
                if (digest.length() > longest) {
                    throw new ContentTooLargeException(limit);
                }
                write(channel, file, ByteBuffer.wrap(buffer, 0, count));
            }
            return agreed(channel, digest, limit, declared);
        }
    }

    private static Received agreed(FileChannel channel, TailDigest digest, long limit, DeclaredBody declared)
            throws IOException {
        Received whole = digest.whole();
        if (whole.ref().length() <= limit && declared.agrees().test(whole.ref().digest())) {
            return whole;
        }
        if (declared.crlfMayFollow() && digest.endsWithCrlf()) {
            Received cut = digest.withoutCrlf();
            if (declared.agrees().test(cut.ref().digest())) {
                channel.truncate(cut.ref().length());
                return cut;
            }
        }
        if (whole.ref().length() > limit) {
            throw new ContentTooLargeException(limit);
        }
        throw new DigestMismatchException(whole.ref().digest());
    }

    private static int read(InputStream body, byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new BodyBrokenException(e);
        }
    }

    private static void write(FileChannel channel, Path file, ByteBuffer octets) throws IOException {
        try {
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        } catch (IOException e) {
            throw Durable.full(file, e);
        }
    }
}
