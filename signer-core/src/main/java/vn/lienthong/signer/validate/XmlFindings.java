package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.validate.xml.Packaging;
import vn.lienthong.signer.validate.xml.XmlFault;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/** Our own look at an XML's signatures, in the words of the report. */
final class XmlFindings {
    private XmlFindings() {}

    static Optional<XmlSignatures> read(Path xml, Packaging packaging) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(xml), 1 << 16)) {
            return XmlSignatures.read(in, packaging);
        }
    }

    static List<Finding> of(XmlSignatures signatures, DiagnosticData data, List<X509CertificateHolder> authorities) {
        List<Finding> findings = new ArrayList<>(of(signatures));
        if (signatures.count() != data.getSignatures().size()) {
            findings.add(new Finding(FindingCode.SIGNATURE_NOT_JUDGED, ""));
        }
        if (signatures.timestamps() > data.getTimestampList().size()) {
            findings.add(new Finding(FindingCode.TIMESTAMP_NOT_VALID, ""));
        }
        Evidence evidence = new Evidence();
        evidence.add(signatures);
        findings.addAll(evidence.findings(authorities, data));
        return findings;
    }

    static List<Finding> of(XmlSignatures signatures) {
        return signatures.faults().stream()
                .map(found -> new Finding(code(found.fault()), found.detail()))
                .toList();
    }

    static FindingCode code(XmlFault fault) {
        return switch (fault) {
            case STRUCTURE_WRONG -> FindingCode.SIGNATURE_STRUCTURE_WRONG;
            case ID_NOT_UNIQUE -> FindingCode.REFERENCE_AMBIGUOUS;
            case REFERENCE_NOT_ALLOWED -> FindingCode.REFERENCE_NOT_ALLOWED;
            case TRANSFORM_NOT_ALLOWED -> FindingCode.TRANSFORM_NOT_ALLOWED;
            case METHOD_NOT_ALLOWED -> FindingCode.SIGNATURE_METHOD_NOT_ALLOWED;
            case PART_NOT_SIGNED -> FindingCode.PART_NOT_SIGNED;
            case OBJECT_NOT_SIGNED -> FindingCode.OBJECT_NOT_SIGNED;
            case PROPERTIES_NOT_SIGNED -> FindingCode.PROPERTIES_NOT_SIGNED;
            case UNSIGNED_PROPERTY_UNKNOWN -> FindingCode.UNSIGNED_PROPERTY_UNKNOWN;
            case KEY_INFO_NOT_ALLOWED -> FindingCode.KEY_INFO_NOT_ALLOWED;
            case NOT_CHECKED -> FindingCode.UNSIGNED_PART_NOT_CHECKED;
            case COMMENT_IN_TEXT -> FindingCode.COMMENT_IN_TEXT;
            case COMMENT_NOT_SIGNED -> FindingCode.COMMENT_NOT_SIGNED;
            case DETACHED_CONTENT_NOT_SIGNED -> FindingCode.DETACHED_CONTENT_NOT_SIGNED;
        };
    }
}
