package vn.lienthong.signer;

import eu.europa.esig.dss.model.FileDocument;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A file that DSS reads through a buffer. Bouncy Castle reads each element's head octet by octet, and with a
 * {@link FileDocument} each of them is a call of the operating system: a revocation list of 5 MB in a signed file took seconds.
 */
public final class DssFile extends FileDocument {
    private static final long serialVersionUID = 1L;

    private static final int BUFFER = 1 << 16;

    public DssFile(Path file) {
        super(file.toFile());
    }

    @Override
    public InputStream openStream() {
        return new Buffered(super.openStream());
    }

    /** Skips as far as a file does in one call, on which DSS counts where it takes the ranges of a PDF: not to the buffer's end. */
    private static final class Buffered extends BufferedInputStream {
        Buffered(InputStream file) {
            super(file, BUFFER);
        }

        @Override
        public synchronized long skip(long count) throws IOException {
            long skipped = 0;
            while (skipped < count) {
                long step = super.skip(count - skipped);
                if (step <= 0) {
                    break;
                }
                skipped += step;
            }
            return skipped;
        }
    }
}
