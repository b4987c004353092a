package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The octets that a signature covers: from the start up to its own Contents, and from there to its end.
 *
 * <p>Source: ISO 32000-1 §12.8.1, ByteRange.
 */
record CoveredRange(long gapStart, long gapEnd, long end) {
    private static final int BUFFER = 64 * 1024;
    /** A signature of the largest algorithm with its certificates and timestamps has under 100 kB. */
    private static final long LARGEST_GAP = 4L << 20;

    /** Empty unless the four figures describe such a range. */
    static Optional<CoveredRange> of(EarlierSignature signature) {
        List<Long> r = signature.byteRange();
        if (r.size() != 4 || r.get(0) != 0 || r.get(1) <= 0 || r.get(2) <= r.get(1) || r.get(3) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new CoveredRange(r.get(1), r.get(2), r.get(2) + r.get(3)));
    }

    /** Whether the gap holds exactly the hexadecimal string of these contents, and nothing that goes unsigned. */
    boolean leavesOutOnly(byte[] contents, RandomAccessFile octets) throws IOException {
        if (gapEnd - gapStart > LARGEST_GAP) {
            return false;
        }
        byte[] gap = new byte[(int) (gapEnd - gapStart)];
        octets.seek(gapStart);
        octets.readFully(gap);
        if (gap[0] != '<' || gap[gap.length - 1] != '>' || gap.length % 2 != 0) {
            return false;
        }
        String hex = new String(gap, 1, gap.length - 2, StandardCharsets.ISO_8859_1);
        return hex.chars().allMatch(HexFormat::isHexDigit)
                && Arrays.equals(HexFormat.of().parseHex(hex), contents);
    }

    /** Copies the covered octets to {@code out}. */
    void copy(RandomAccessFile octets, OutputStream out) throws IOException {
        copy(octets, 0, gapStart, out);
        copy(octets, gapEnd, end, out);
    }

    private static void copy(RandomAccessFile octets, long from, long to, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        octets.seek(from);
        for (long left = to - from; left > 0; ) {
            int some = (int) Math.min(left, buffer.length);
            octets.readFully(buffer, 0, some);
            out.write(buffer, 0, some);
            left -= some;
        }
    }
}
