package vn.lienthong.exchange.infrastructure.signer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.token.PinMemory;

/**
 * Remembers that a token refused the PIN of a file, by a mark beside that file: until somebody writes the PIN file again, the PIN
 * is not tried. The mark says when the file was written, and nothing of the PIN. Thread-safe as far as the pool needs it.
 */
public final class PinFileMemory implements PinMemory {
    private static final Logger LOG = LoggerFactory.getLogger(PinFileMemory.class);

    private final Path pinFile;
    private final Path mark;
    private final String written;

    /**
     * As the PIN file stands now, which is to be read after this.
     *
     * @param place whose PIN it is: a file may hold that of several
     * @throws IOException if there is no such file
     */
    public PinFileMemory(Path pinFile, String place) throws IOException {
        this.pinFile = pinFile;
        this.mark = pinFile.resolveSibling(pinFile.getFileName() + "." + place + ".refused");
        this.written = stamp(pinFile);
    }

    private static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime().toInstant() + " " + attributes.size() + " " + attributes.fileKey();
    }

    @Override
    public boolean wasRefused() {
        try {
            boolean refused = Files.exists(mark) && Files.readString(mark).equals(written);
            if (refused) {
                LOG.error(
                        "the token refused the PIN of {} before, which was not changed since: it is not tried again",
                        pinFile);
            }
            return refused;
        } catch (IOException e) {
            LOG.warn("{} cannot be read: the PIN is tried", mark, e);
            return false;
        }
    }

    @Override
    public void refused() {
        try {
            Files.writeString(mark, written);
        } catch (IOException e) {
            LOG.error("{} cannot be written: the refused PIN will be tried again at the next start", mark, e);
        }
    }

    @Override
    public void accepted() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", mark, e);
        }
    }
}
