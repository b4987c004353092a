package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.validate.pdf.ByteRange;
import vn.lienthong.signer.validate.pdf.PdfFault;
import vn.lienthong.signer.validate.pdf.SignedRanges;

/** Our own check of a PDF's octets, in the words of the report. */
final class PdfFindings {
    private PdfFindings() {}

    static List<Finding> of(Path pdf, DiagnosticData data, List<X509CertificateHolder> known) throws IOException {
        List<ByteRange> ranges = Stream.concat(
                        data.getSignatures().stream().map(s -> s.getPDFRevision()),
                        data.getTimestampList().stream().map(t -> t.getPDFRevision()))
                .filter(Objects::nonNull)
                .distinct()
                .map(PdfFindings::byteRange)
                .distinct()
                .toList();
        Set<PdfFault> faults = SignedRanges.faults(pdf, ranges, known);
        return faults.stream().map(fault -> new Finding(code(fault), "")).toList();
    }

    /** Four numbers, or one range that no check passes. */
    private static ByteRange byteRange(PDFRevisionWrapper revision) {
        List<BigInteger> numbers = revision.getSignatureByteRange();
        if (numbers.size() != 4 || numbers.stream().anyMatch(n -> n.bitLength() > 62)) {
            return new ByteRange(-1, -1, -1, -1);
        }
        return new ByteRange(
                numbers.get(0).longValue(),
                numbers.get(1).longValue(),
                numbers.get(2).longValue(),
                numbers.get(3).longValue());
    }

    private static FindingCode code(PdfFault fault) {
        return switch (fault) {
            case CHANGED_AFTER_SIGNING -> FindingCode.CHANGED_AFTER_SIGNING;
            case BYTE_RANGE_MALFORMED, NOT_AT_END_OF_REVISION -> FindingCode.BYTE_RANGE_MALFORMED;
            case PADDING_NOT_EMPTY -> FindingCode.SIGNATURE_PADDING_NOT_EMPTY;
            case CONTAINER_NOT_STRICT -> FindingCode.SIGNATURE_CONTAINER_NOT_CANONICAL;
            case STRANGE_CERTIFICATE -> FindingCode.STRANGE_CERTIFICATE_EMBEDDED;
        };
    }
}
