package vn.lienthong.signer.evidence.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;

/**
 * A ZIP read whole, within limits that an honest evidence file never comes near. The file is walked twice: entry by entry
 * from its start, as a streaming unpacker does, and by its directory; both must tell the same, or two readers would see
 * two files.
 */
final class BoundedZip {
    private static final long MAX_FILE = 64L << 20;
    private static final long MAX_UNPACKED = 96L << 20;
    private static final int MAX_PARTS = 4096;

    /** Deflate reaches 1032:1 on zeros; JSON of hashes stays below 10. */
    private static final long MAX_RATIO = 50;

    private static final long RATIO_FREE = 64 << 10;

    private BoundedZip() {}

    static Map<String, Bytes> read(Path path) throws IOException {
        if (Files.size(path) > MAX_FILE) {
            throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "the file is larger than 64 MiB");
        }
        try {
            Map<String, Bytes> parts = stream(path);
            compareWithDirectory(path, parts);
            return parts;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.NOT_ZIP, "the file is no whole ZIP", e);
        }
    }

    private static Map<String, Bytes> stream(Path path) throws IOException {
        Map<String, Bytes> parts = new LinkedHashMap<>();
        long limit = Math.min(MAX_UNPACKED, Files.size(path) * MAX_RATIO + RATIO_FREE);
        long unpacked = 0;
        try (InputStream in = Files.newInputStream(path);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.size() == MAX_PARTS) {
                    throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "more than " + MAX_PARTS + " parts");
                }
                byte[] octets = zip.readNBytes((int) (limit - unpacked + 1));
                unpacked += octets.length;
                if (unpacked > limit) {
                    throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "the ZIP unpacks to too much");
                }
                if (parts.put(safeName(entry), Bytes.of(octets)) != null) {
                    throw new MalformedEvidenceException(Reason.ENTRY_DUPLICATE, "a part occurs twice");
                }
            }
        }
        return parts;
    }

    private static String safeName(ZipEntry entry) throws MalformedEvidenceException {
        String name = entry.getName();
        if (entry.isDirectory() || !name.matches("[A-Za-z0-9]+(/[A-Za-z0-9]+)?(\\.[a-z0-9]+)?")) {
            throw new MalformedEvidenceException(Reason.ENTRY_NOT_ALLOWED, "a part has a name that is not allowed");
        }
        return name;
    }

    private static void compareWithDirectory(Path path, Map<String, Bytes> parts) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() != parts.size()) {
                throw new MalformedEvidenceException(Reason.NOT_ZIP, "the ZIP's directory lists other parts");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Bytes streamed = parts.get(entry.getName());
                if (streamed == null || entry.getSize() != streamed.length() || !same(zip, entry, streamed)) {
                    throw new MalformedEvidenceException(Reason.NOT_ZIP, "the ZIP's directory lists other parts");
                }
            }
        }
    }

    private static boolean same(ZipFile zip, ZipEntry entry, Bytes streamed) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return Bytes.of(in.readNBytes(streamed.length() + 1)).equals(streamed);
        }
    }
}
