package vn.lienthong.signer.validate.pdf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.strict.CmsFault;
import vn.lienthong.signer.strict.StrictCms;

/**
 * The strict check of a PDF's signed ranges: it reads the file's octets where the signatures say, and trusts no PDF
 * library, for those repair what is broken.
 */
public final class SignedRanges {
    /** A CMS with long chains and revocation data stays far below. */
    private static final long MAX_HOLE = 8L << 20;

    private static final int TAIL = 32;
    private final RandomAccessFile file;
    private final List<X509CertificateHolder> known;

    private SignedRanges(RandomAccessFile file, List<X509CertificateHolder> known) {
        this.file = file;
        this.known = known;
    }

    /**
     * Every fault of the file; empty if there is none.
     *
     * @param ranges of all signatures and document timestamps; at least one
     * @param known certificates of authorities, which may have signed what a CMS embeds
     */
    public static Set<PdfFault> faults(Path pdf, List<ByteRange> ranges, List<X509CertificateHolder> known)
            throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pdf.toFile(), "r")) {
            return new SignedRanges(file, known).faults(ranges);
        }
    }

    /** The CMS that each range leaves out, in DER; what is none is left out too, and is a fault. */
    public static List<byte[]> containers(Path pdf, List<ByteRange> ranges) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pdf.toFile(), "r")) {
            SignedRanges signed = new SignedRanges(file, List.of());
            List<byte[]> containers = new ArrayList<>();
            for (ByteRange range : ranges) {
                if (range.isWellFormed(file.length()) && range.holeLength() >= 4 && range.holeLength() <= MAX_HOLE) {
                    HexString contents = HexString.parse(signed.read(range.holeStart(), (int) range.holeLength()));
                    if (contents != null) {
                        containers.add(contents.der());
                    }
                }
            }
            return containers;
        }
    }

    private Set<PdfFault> faults(List<ByteRange> ranges) throws IOException {
        EnumSet<PdfFault> faults = EnumSet.noneOf(PdfFault.class);
        List<ByteRange> oldestFirst =
                ranges.stream().sorted(Comparator.comparingLong(ByteRange::end)).toList();
        long before = 0;
        for (ByteRange range : oldestFirst) {
            if (!range.isWellFormed(file.length()) || range.holeStart() < before) {
                faults.add(PdfFault.BYTE_RANGE_MALFORMED);
                continue;
            }
            faults.addAll(holeFaults(range));
            if (!endsRevision(range.end())) {
                faults.add(PdfFault.NOT_AT_END_OF_REVISION);
            }
            before = range.end();
        }
        return faults;
    }

    private Set<PdfFault> holeFaults(ByteRange range) throws IOException {
        if (range.holeLength() < 4 || range.holeLength() > MAX_HOLE) {
            return EnumSet.of(PdfFault.BYTE_RANGE_MALFORMED);
        }
        byte[] hole = read(range.holeStart(), (int) range.holeLength());
        HexString contents = HexString.parse(hole);
        if (contents == null) {
            return EnumSet.of(PdfFault.BYTE_RANGE_MALFORMED);
        }
        EnumSet<PdfFault> faults = EnumSet.noneOf(PdfFault.class);
        if (!contents.paddingIsZero()) {
            faults.add(PdfFault.PADDING_NOT_EMPTY);
        }
        Set<CmsFault> cms = StrictCms.faults(contents.der(), known);
        if (cms.contains(CmsFault.STRANGE_CERTIFICATE)) {
            faults.add(PdfFault.STRANGE_CERTIFICATE);
        }
        if (cms.stream().anyMatch(fault -> fault != CmsFault.STRANGE_CERTIFICATE)) {
            faults.add(PdfFault.CONTAINER_NOT_STRICT);
        }
        return faults;
    }

    /** ISO 32000-2 §7.5.5: the last line of a file, and so of a revision, is %%EOF. */
    private boolean endsRevision(long end) throws IOException {
        int length = (int) Math.min(TAIL, end);
        String tail = new String(read(end - length, length), StandardCharsets.ISO_8859_1);
        return tail.stripTrailing().endsWith("%%EOF");
    }

    private byte[] read(long offset, int length) throws IOException {
        byte[] octets = new byte[length];
        file.seek(offset);
        file.readFully(octets);
        return octets;
    }
}
