package vn.lienthong.exchange.application.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.exchange.application.signing.SignedDocument;

/** What a signed document is handed out as; closed when it was. */
public sealed interface MadeSignature extends AutoCloseable {
    /** Where it lies until then: none is held in memory, for each may carry a revocation list of megabytes. */
    Path file();

    /** In octets. */
    default long length() {
        return file().toFile().length();
    }

    @Override
    void close();

    /** @param detached whether the file holds the signature alone */
    record OfDocument(SignedDocument signed, boolean detached) implements MadeSignature {
        @Override
        public Path file() {
            return signed.file();
        }

        @Override
        public void close() {
            signed.close();
        }
    }

    /** @param cms the file of its DER */
    record OfDigest(Path cms) implements MadeSignature {
        @Override
        public Path file() {
            return cms;
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(cms);
            } catch (IOException e) {
                throw new UncheckedIOException("deleting a temporary file", e);
            }
        }
    }
}
