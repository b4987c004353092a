package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the CMS into the place that a prepared PDF reserves for it. The place is known from the ByteRange that was just
 * written, so a document of 10 MB is not searched octet by octet, as DSS would.
 *
 * <p>Source: ISO 32000-1 §12.8.1.
 */
final class SignatureContents {
    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+([0-9]{1,18})\\s+([0-9]{1,18})\\s+([0-9]{1,18})\\s*\\]");

    private SignatureContents() {}

    /**
     * True if the file now holds the CMS; false if the place is too small for it.
     *
     * @param signedFrom where the revision to be signed starts: the length of the document before
     * @throws IOException if the file cannot be read or written, or has no place reserved
     */
    static boolean write(Path prepared, long signedFrom, byte[] cms) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(prepared.toFile(), "rw")) {
            Reserved place = reserved(file, signedFrom)
                    .orElseThrow(() -> new IOException("the prepared document reserves no place for a signature"));
            if (cms.length > place.octets()) {
                return false;
            }
            file.seek(place.start() + 1);
            file.write(HexFormat.of().formatHex(cms).getBytes(StandardCharsets.US_ASCII));
            return true;
        }
    }

    /** From its {@code <} up to behind its {@code >}. */
    private record Reserved(long start, long end) {
        long octets() {
            return (end - start - 2) / 2;
        }
    }

    private static Optional<Reserved> reserved(RandomAccessFile file, long from) throws IOException {
        byte[] revision = new byte[Math.toIntExact(file.length() - from)];
        file.seek(from);
        file.readFully(revision);
        Matcher ranges = BYTE_RANGE.matcher(new String(revision, StandardCharsets.ISO_8859_1));
        while (ranges.find()) {
            long start = Long.parseLong(ranges.group(1));
            long end = Long.parseLong(ranges.group(2));
            boolean coversAll = end + Long.parseLong(ranges.group(3)) == file.length();
            if (coversAll && start >= from && start < end && isBlank(revision, start - from, end - from)) {
                return Optional.of(new Reserved(start, end));
            }
        }
        return Optional.empty();
    }

    private static boolean isBlank(byte[] revision, long start, long end) {
        if (end > revision.length || revision[(int) start] != '<' || revision[(int) end - 1] != '>') {
            return false;
        }
        byte[] zeros = new byte[(int) (end - start) - 2];
        Arrays.fill(zeros, (byte) '0');
        return Arrays.equals(revision, (int) start + 1, (int) end - 1, zeros, 0, zeros.length);
    }
}
