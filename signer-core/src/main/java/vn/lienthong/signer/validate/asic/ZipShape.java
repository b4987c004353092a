package vn.lienthong.signer.validate.asic;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What a ZIP is like, found by streaming it once and by comparing that with its directory. Nothing is kept. */
public enum ZipShape {
    HARMLESS,
    /** Duplicate or unsafe names, a directory that tells something else, or too much. */
    HOSTILE,
    /** No whole ZIP. */
    MALFORMED;

    /** Deflate reaches 1032:1 on zeros; office documents stay below 100. */
    private static final long MAX_RATIO = 100;

    private static final long RATIO_FREE = 1 << 20;

    public static ZipShape of(Path zip, int maxEntries, long maxBytes) throws IOException {
        try {
            long limit = Math.min(maxBytes, Files.size(zip) * MAX_RATIO + RATIO_FREE);
            Map<String, Long> streamed = stream(zip, maxEntries, limit);
            return streamed != null && agreesWithDirectory(zip, streamed) ? HARMLESS : HOSTILE;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return MALFORMED;
        }
    }

    /** CRC-32 by name, or null if something is not as it must be. */
    private static @org.jspecify.annotations.Nullable Map<String, Long> stream(Path path, int maxEntries, long limit)
            throws IOException {
        Map<String, Long> names = new HashMap<>();
        Set<String> folded = new HashSet<>();
        byte[] buffer = new byte[8192];
        long total = 0;
        try (InputStream in = Files.newInputStream(path);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                CRC32 crc = new CRC32();
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    crc.update(buffer, 0, n);
                    total += n;
                    if (total > limit) {
                        return null;
                    }
                }
                String name = entry.getName();
                boolean isNew = folded.add(name.toLowerCase(java.util.Locale.ROOT));
                if (!isNew || !isSafe(name) || names.size() == maxEntries) {
                    return null;
                }
                names.put(name, crc.getValue());
            }
        }
        return names;
    }

    private static boolean isSafe(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && !name.contains("\0")
                && !("/" + name + "/").contains("/../")
                && !("/" + name + "/").contains("/./")
                && !name.contains("//");
    }

    private static boolean agreesWithDirectory(Path path, Map<String, Long> streamed) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() != streamed.size()) {
                return false;
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Long crc = streamed.get(entry.getName());
                if (crc == null || crc != entry.getCrc()) {
                    return false;
                }
            }
            return true;
        }
    }
}
