package vn.lienthong.exchange.application.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * A register that was just written out, in a temporary file until it is closed.
 *
 * @param ref its digest and length
 */
record RegisterFile(Path file, ContentRef ref) implements AutoCloseable {

    /** Writes a file out. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** The file that was written; nothing is left if that fails. */
    static RegisterFile written(Path file, Writing writing) {
        boolean whole = false;
        MessageDigest sha256 = sha256();
        try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
            writing.to(out);
            out.flush();
            RegisterFile written =
                    new RegisterFile(file, new ContentRef(Sha256Digest.of(sha256.digest()), Files.size(file)));
            whole = true;
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("writing a register out", e);
        } finally {
            if (!whole) {
                delete(file);
            }
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting a temporary file", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
