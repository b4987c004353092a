package vn.lienthong.signer.validate.asic;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a ZIP may be looked into: found before anything of it is given to a library. */
public final class ZipShape {
    /** Deflate reaches 1032:1 on zeros; office documents stay below 100. */
    private static final long MAX_RATIO = 100;

    private static final long RATIO_FREE = 1 << 20;

    private ZipShape() {}

    /** The fault that keeps it from being looked into, if any. Every entry is unpacked once; nothing is kept. */
    public static Optional<ZipFault> fault(Path zip, int maxEntries, long maxBytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            ZipDirectory.read(file, maxEntries).check(file, Math.min(maxBytes, file.length() * MAX_RATIO + RATIO_FREE));
            return Optional.empty();
        } catch (ZipFaultException e) {
            return Optional.of(e.fault());
        } catch (EOFException e) {
            return Optional.of(ZipFault.MALFORMED);
        }
    }
}
