package vn.lienthong.signer.sign.cades;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.CmsSignature;
import vn.lienthong.signer.sign.baseline.FileDigest;

/**
 * A copy of the document that nobody else can change between its digest and the file that is given out. Copied within the
 * kernel. For one signature; not thread-safe.
 */
final class StagedContent implements AutoCloseable {
    private final Path workFolder;
    private final Path file;
    private final FileChannel channel;

    private StagedContent(Path workFolder, Path file, FileChannel channel) {
        this.workFolder = workFolder;
        this.file = file;
        this.channel = channel;
    }

    static StagedContent copy(FileChannel document, long length, Path workFolder) throws IOException {
        Path file = Files.createTempFile(workFolder, "cades", ".tmp");
        StagedContent staged = new StagedContent(
                workFolder, file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        try {
            transfer(document, length, staged.channel);
            return staged;
        } catch (IOException e) {
            staged.close();
            throw e;
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** The file {@code signed} holds the copy with what belongs around it; the result is the whole's SHA-256. */
    Digest enclose(CmsSignature.Enclosure around, Path signed) throws IOException {
        Path whole = Files.createTempFile(workFolder, "cades", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                writeFully(out, around.header().toArray());
                transfer(channel, channel.size(), out);
                writeFully(out, around.trailer().toArray());
            }
            Files.move(whole, signed);
        } finally {
            Files.deleteIfExists(whole);
        }
        MessageDigest sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        sha256.update(around.header().toArray());
        FileDigest.update(channel, 0, channel.size(), sha256);
        return new Digest(
                DigestAlgorithm.SHA256, Bytes.of(sha256.digest(around.trailer().toArray())));
    }

    private static void transfer(FileChannel from, long length, FileChannel to) throws IOException {
        for (long at = 0; at < length; ) {
            long some = from.transferTo(at, length - at, to);
            if (some <= 0) {
                throw new EOFException("the document became shorter while it was copied");
            }
            at += some;
        }
    }

    private static void writeFully(FileChannel out, byte[] octets) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
