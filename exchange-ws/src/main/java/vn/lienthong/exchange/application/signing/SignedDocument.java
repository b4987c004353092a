package vn.lienthong.exchange.application.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome;

/**
 * A signed document on its way to whom asked for it.
 *
 * @param file a temporary file; gone after {@link #close()}
 * @param length in octets
 * @param signingTime as claimed in the signature
 * @param kept its record, if it stays in the server's care
 */
public record SignedDocument(
        Path file, Sha256Digest digest, long length, Instant signingTime, Optional<KeptSignature> kept)
        implements AutoCloseable {
    /** What the signer made. */
    public static SignedDocument of(SignDocumentOutcome.Signed done) {
        return new SignedDocument(
                done.document(),
                Sha256Digest.of(done.digest().value().toArray()),
                done.length(),
                done.signingTime(),
                Optional.empty());
    }

    /** The document, once it is on the record; gone if it cannot be recorded. */
    public SignedDocument recorded(Consumer<SignedDocument> record) {
        boolean handedOut = false;
        try {
            record.accept(this);
            handedOut = true;
            return this;
        } finally {
            if (!handedOut) {
                close();
            }
        }
    }

    SignedDocument inCare(KeptSignature care) {
        return new SignedDocument(file, digest, length, signingTime, Optional.of(care));
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
