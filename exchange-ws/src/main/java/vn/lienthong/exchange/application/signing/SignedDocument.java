package vn.lienthong.exchange.application.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * A signed document on its way to whom asked for it.
 *
 * @param file a temporary file; gone after {@link #close()}
 * @param length in octets
 * @param signingTime as claimed in the signature
 */
public record SignedDocument(Path file, Sha256Digest digest, long length, Instant signingTime)
        implements AutoCloseable {
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting a temporary file", e);
        }
    }
}
