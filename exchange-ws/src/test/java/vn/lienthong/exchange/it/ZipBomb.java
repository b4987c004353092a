package vn.lienthong.exchange.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive that is a thousand times as large when it is unpacked. */
public final class ZipBomb {
    /** What the archive unpacks to, in octets: more than the heap of the server under test. */
    private static final long UNPACKED = 1L << 30;

    private ZipBomb() {}

    public static byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("bom.bin"));
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written < UNPACKED; written += zeros.length) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
