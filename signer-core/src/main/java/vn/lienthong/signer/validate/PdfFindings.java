package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.strict.CmsDocument;
import vn.lienthong.signer.validate.pdf.ByteRange;
import vn.lienthong.signer.validate.pdf.PdfFault;
import vn.lienthong.signer.validate.pdf.SignedRanges;
import vn.lienthong.signer.validate.pdf.change.Change;
import vn.lienthong.signer.validate.pdf.change.ChangeKind;
import vn.lienthong.signer.validate.pdf.change.LaterChanges;

/** Our own checks of a PDF's octets and of its later revisions, in the words of the report. */
final class PdfFindings {
    private PdfFindings() {}

    static List<Finding> of(Path pdf, DiagnosticData data, List<X509CertificateHolder> known) throws IOException {
        Set<ByteRange> ranges = Stream.concat(
                        data.getSignatures().stream().map(s -> s.getPDFRevision()),
                        data.getTimestampList().stream().map(t -> t.getPDFRevision()))
                .filter(Objects::nonNull)
                .map(PdfFindings::byteRange)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        SignedRanges.faults(pdf, List.copyOf(ranges), known)
                .forEach(fault -> findings.add(new Finding(code(fault), "")));
        LaterChanges.Found later = LaterChanges.of(pdf, ranges);
        for (Change change : later.changes()) {
            findings.add(new Finding(code(change.kind()), change.toString()));
        }
        Evidence evidence = new Evidence();
        for (byte[] container : SignedRanges.containers(pdf, List.copyOf(ranges))) {
            if (CmsFindings.read(container) instanceof CmsDocument.Reading.Read(CmsDocument document)) {
                evidence.add(document);
            }
        }
        later.evidence().forEach(evidence::add);
        findings.addAll(evidence.findings(known, data));
        return findings.stream().distinct().toList();
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
            case BYTE_RANGE_MALFORMED, NOT_AT_END_OF_REVISION -> FindingCode.BYTE_RANGE_MALFORMED;
            case PADDING_NOT_EMPTY -> FindingCode.SIGNATURE_PADDING_NOT_EMPTY;
            case CONTAINER_NOT_STRICT -> FindingCode.SIGNATURE_CONTAINER_NOT_CANONICAL;
            case STRANGE_CERTIFICATE -> FindingCode.STRANGE_CERTIFICATE_EMBEDDED;
        };
    }

    private static FindingCode code(ChangeKind kind) {
        return switch (kind) {
            case UPDATE_MALFORMED -> FindingCode.CHANGED_AFTER_SIGNING;
            case REVISION_UNREADABLE -> FindingCode.SIGNED_REVISION_UNREADABLE;
            case SIGNATURE_MISPLACED -> FindingCode.BYTE_RANGE_MALFORMED;
            case SIGNATURE_HIDDEN -> FindingCode.SIGNATURE_HIDDEN;
            case PAGE -> FindingCode.PAGE_CHANGED;
            case ANNOTATION -> FindingCode.ANNOTATION_CHANGED;
            case FIELD -> FindingCode.FIELD_CHANGED;
            case SIGNATURE -> FindingCode.SIGNATURE_NOT_PERMITTED;
            case ACTION -> FindingCode.ACTION_CHANGED;
            case CATALOG -> FindingCode.STRUCTURE_CHANGED;
            case METADATA -> FindingCode.METADATA_CHANGED;
            case UNREACHED -> FindingCode.HIDDEN_OBJECT_ADDED;
            case UNCERTAIN -> FindingCode.CHANGE_NOT_DECIDED;
            case SIGNED -> FindingCode.SIGNED_LATER;
            case TIMESTAMPED -> FindingCode.TIMESTAMPED_LATER;
            case FILLED -> FindingCode.FILLED_LATER;
            case VALIDATION_DATA -> FindingCode.VALIDATION_DATA_ADDED;
        };
    }
}
