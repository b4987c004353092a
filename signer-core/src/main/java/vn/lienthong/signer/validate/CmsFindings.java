package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.cms.BerElement;
import vn.lienthong.signer.strict.CmsDocument;
import vn.lienthong.signer.strict.CmsDocumentFault;
import vn.lienthong.signer.strict.CmsRole;

/** Our own look at a CMS, in the words of the report. */
final class CmsFindings {
    /** A signature with timestamps in timestamps stays far below; a parser by recursion goes far deeper. */
    private static final int MAX_DEPTH = 64;

    private CmsFindings() {}

    static CmsDocument.Reading read(byte[] octets) {
        return read(octets, CmsRole.DOCUMENT);
    }

    static CmsDocument.Reading read(byte[] octets, CmsRole role) {
        return BerElement.isWhole(octets, MAX_DEPTH)
                ? CmsDocument.read(octets, role)
                : new CmsDocument.Reading.Refused(CmsDocumentFault.ENCODING_WRONG);
    }

    static List<Finding> of(
            byte[] octets, boolean contentElsewhere, DiagnosticData data, List<X509CertificateHolder> authorities) {
        List<Finding> findings = new ArrayList<>(of(octets, contentElsewhere));
        if (read(octets) instanceof CmsDocument.Reading.Read(CmsDocument document)) {
            if (document.count() != data.getSignatures().size()) {
                findings.add(new Finding(FindingCode.SIGNATURE_NOT_JUDGED, ""));
            }
            if (document.countTimestamps() > data.getTimestampList().size()) {
                findings.add(new Finding(FindingCode.TIMESTAMP_NOT_VALID, ""));
            }
            Evidence evidence = new Evidence();
            evidence.add(document);
            findings.addAll(evidence.findings(authorities, data));
        }
        return findings;
    }

    /** What can be said without the engine. */
    static List<Finding> of(byte[] octets, boolean contentElsewhere) {
        return switch (read(octets)) {
            case CmsDocument.Reading.Refused(CmsDocumentFault fault) -> List.of(new Finding(code(fault), ""));
            case CmsDocument.Reading.Read(CmsDocument document) -> {
                List<Finding> findings = new ArrayList<>();
                document.faults().stream().sorted().forEach(fault -> findings.add(new Finding(code(fault), "")));
                if (contentElsewhere && document.hasContent()) {
                    findings.add(new Finding(FindingCode.DETACHED_CONTENT_NOT_SIGNED, ""));
                }
                yield findings;
            }
        };
    }

    private static FindingCode code(CmsDocumentFault fault) {
        return switch (fault) {
            case ENCODING_WRONG, NOT_SIGNED_DATA, HEADER_WRONG, SIGNER_IDENTIFIER_WRONG ->
                FindingCode.SIGNATURE_CONTAINER_NOT_CANONICAL;
            case NO_SIGNED_ATTRIBUTES -> FindingCode.NO_SIGNED_ATTRIBUTES;
            case CONTENT_IS_SIGNED_ATTRIBUTES -> FindingCode.CONTENT_IS_SIGNED_ATTRIBUTES;
            case SIGNED_ATTRIBUTES_WRONG -> FindingCode.SIGNED_ATTRIBUTES_WRONG;
            case CONTENT_TYPE_WRONG -> FindingCode.CONTENT_TYPE_WRONG;
            case SIGNING_CERTIFICATE_WRONG -> FindingCode.SIGNING_CERTIFICATE_CONTRADICTS;
            case SIGNING_CERTIFICATE_NOT_BOUND -> FindingCode.SIGNING_CERTIFICATE_NOT_BOUND;
            case UNSIGNED_ATTRIBUTE_UNKNOWN -> FindingCode.UNSIGNED_PROPERTY_UNKNOWN;
            case TIMESTAMP_BROKEN -> FindingCode.TIMESTAMP_NOT_VALID;
            case ATTRIBUTE_NOT_CHECKED -> FindingCode.UNSIGNED_PART_NOT_CHECKED;
            case KIND_UNKNOWN -> FindingCode.STRANGE_CERTIFICATE_EMBEDDED;
        };
    }
}
