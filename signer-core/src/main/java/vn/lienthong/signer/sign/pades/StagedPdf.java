package vn.lienthong.signer.sign.pades;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.lienthong.signer.sign.HandedOver;
import vn.lienthong.signer.sign.SignRequest;

/**
 * A document that nobody else can change while it is read, signed and appended to: a copy, made within the kernel, or the
 * file itself where it was handed over. For one signature; not thread-safe.
 */
final class StagedPdf implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final long length;
    private final boolean copied;
    private boolean complete;

    private StagedPdf(Path file, FileChannel channel, long length, boolean copied) {
        this.file = file;
        this.channel = channel;
        this.length = length;
        this.copied = copied;
    }

    static StagedPdf of(SignRequest request, Path workFolder) throws IOException {
        return request.handedOver().filter(HandedOver::mayBeTaken).isPresent()
                ? taken(request.document())
                : copy(request.document(), workFolder);
    }

    private static StagedPdf taken(Path document) throws IOException {
        FileChannel channel = FileChannel.open(document, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new StagedPdf(document, channel, channel.size(), false);
    }

    private static StagedPdf copy(Path document, Path workFolder) throws IOException {
        Path file = Files.createTempFile(workFolder, "pades", ".tmp");
        try (FileChannel from = FileChannel.open(document, StandardOpenOption.READ)) {
            long length = from.size();
            StagedPdf staged = new StagedPdf(
                    file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE), length, true);
            for (long at = 0; at < length; ) {
                long some = from.transferTo(at, length - at, staged.channel);
                if (some <= 0) {
                    staged.channel.close();
                    throw new EOFException("the document became shorter while it was copied");
                }
                at += some;
            }
            return staged;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Path file() {
        return file;
    }

    FileChannel channel() {
        return channel;
    }

    /** Of the document. */
    long length() {
        return length;
    }

    /** The file is {@code signed} now, with these octets behind the document. */
    void complete(byte[] revision, Path signed) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(revision);
        while (buffer.hasRemaining()) {
            channel.write(buffer, length + buffer.position());
        }
        Files.move(file, signed);
        complete = true;
    }

    /** Unless it is signed, a copy is gone, and a file that was handed over is as it was. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!complete && !copied) {
                channel.truncate(length);
            }
        }
        if (copied) {
            Files.deleteIfExists(file);
        }
    }
}
