package vn.lienthong.exchange.application.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.signer.sign.SignDocumentOutcome;

/**
 * A signed document on its way to whom asked for it.
 *
 * @param file a temporary file; gone after {@link #close()}
 * @param length in octets
 * @param signingTime as claimed in the signature
 */
public record SignedDocument(Path file, Sha256Digest digest, long length, Instant signingTime)
        implements AutoCloseable {
    /** What the signer made. */
    public static SignedDocument of(SignDocumentOutcome.Signed done) {
        return new SignedDocument(
                done.document(), Sha256Digest.of(done.digest().value().toArray()), done.length(), done.signingTime());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting a temporary file", e);
        }
    }
}
