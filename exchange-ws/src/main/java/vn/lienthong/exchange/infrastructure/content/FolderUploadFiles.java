package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import vn.lienthong.exchange.domain.upload.UploadFiles;

/** What is on its way in, in the folder {@code uploads} beside the kept documents: one file each, of all nodes. */
public final class FolderUploadFiles implements UploadFiles {
    private final Path folder;

    private FolderUploadFiles(Path folder) {
        this.folder = folder;
    }

    public static FolderUploadFiles in(Path contentFolder) throws IOException {
        Path folder = contentFolder.resolve("uploads");
        Files.createDirectories(folder);
        return new FolderUploadFiles(folder);
    }

    @Override
    public Writer open(UUID id, long offset) throws IOException {
        boolean isNew = offset == 0;
        FileChannel channel = FileChannel.open(file(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.size() < offset) {
                throw new IOException("octets of the upload " + id + " that were promised are not there");
            }
            OpenFile writer = new OpenFile(file(id), channel);
            writer.cut(offset);
            if (isNew) {
                Durable.force(folder);
            }
            return writer;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public InputStream read(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    @Override
    public void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("the file of an upload cannot be deleted", e);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    private record OpenFile(Path file, FileChannel channel) implements Writer {
        @Override
        public void write(byte[] octets, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(octets, 0, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw Durable.full(file, e);
            }
        }

        @Override
        public void force() throws IOException {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw Durable.full(file, e);
            }
        }

        @Override
        public void cut(long length) throws IOException {
            if (channel.size() > length) {
                channel.truncate(length);
            }
            channel.position(length);
            force();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
