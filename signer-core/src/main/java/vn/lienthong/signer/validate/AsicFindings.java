package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.strict.CmsDocument;
import vn.lienthong.signer.validate.asic.AsicContainer;
import vn.lienthong.signer.validate.asic.AsicFault;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/** Our own look at a container, its manifests and its signatures, in the words of the report. */
final class AsicFindings {
    private AsicFindings() {}

    static List<Finding> of(AsicContainer container, DiagnosticData data, List<X509CertificateHolder> authorities) {
        List<Finding> findings = new ArrayList<>(of(container));
        Evidence evidence = new Evidence();
        int count = 0;
        int timestamps = 0;
        for (byte[] octets : container.cmsSignatures().values()) {
            if (CmsFindings.read(octets) instanceof CmsDocument.Reading.Read(CmsDocument document)) {
                evidence.add(document);
                count += document.count();
                timestamps += document.countTimestamps();
            }
        }
        for (XmlSignatures signatures : container.xmlSignatures().values()) {
            evidence.add(signatures);
            count += signatures.count();
            timestamps += signatures.timestamps();
        }
        container.timestamps().values().forEach(evidence::addTimestamp);
        timestamps += container.timestamps().size();
        if (count != data.getSignatures().size()) {
            findings.add(new Finding(FindingCode.SIGNATURE_NOT_JUDGED, ""));
        }
        if (timestamps > data.getTimestampList().size()) {
            findings.add(new Finding(FindingCode.TIMESTAMP_NOT_VALID, ""));
        }
        findings.addAll(evidence.findings(authorities, data));
        return findings.stream().distinct().toList();
    }

    /** What can be said without the engine. */
    static List<Finding> of(AsicContainer container) {
        List<Finding> findings = new ArrayList<>();
        container.faults().forEach(found -> findings.add(new Finding(code(found.fault()), found.detail())));
        container.xmlSignatures().values().forEach(signatures -> findings.addAll(XmlFindings.of(signatures)));
        container.cmsSignatures().values().forEach(octets -> findings.addAll(CmsFindings.of(octets, true)));
        return findings.stream().distinct().toList();
    }

    /** Whether the engine may have it: no signature asks for a transform whose work is not known. */
    static boolean isSafeToTransform(AsicContainer container) {
        return container.xmlSignatures().values().stream().allMatch(XmlSignatures::isSafeToTransform);
    }

    private static FindingCode code(AsicFault fault) {
        return switch (fault) {
            case MIMETYPE_WRONG -> FindingCode.MIMETYPE_WRONG;
            case MIMETYPE_MISSING -> FindingCode.MIMETYPE_MISSING;
            case MIMETYPE_NOT_PLAIN -> FindingCode.MIMETYPE_NOT_PLAIN;
            case COMMENT_NOT_SIGNED -> FindingCode.CONTAINER_COMMENT_NOT_SIGNED;
            case FILE_NOT_SIGNED -> FindingCode.FILE_NOT_SIGNED;
            case SIGNATURES_DIFFER -> FindingCode.SIGNATURES_COVER_DIFFERENT_FILES;
            case META_INF_UNKNOWN -> FindingCode.CONTAINER_FILE_UNKNOWN;
            case META_INF_NOT_CHECKED -> FindingCode.UNSIGNED_PART_NOT_CHECKED;
            case MANIFEST_MALFORMED -> FindingCode.MANIFEST_MALFORMED;
            case MANIFEST_DOUBTFUL -> FindingCode.MANIFEST_DOUBTFUL;
            case NAMED_FILE_MISSING -> FindingCode.NAMED_FILE_MISSING;
            case NAME_AMBIGUOUS -> FindingCode.FILE_NAME_AMBIGUOUS;
            case NOT_ONE_FILE -> FindingCode.CONTAINER_NOT_ONE_FILE;
        };
    }
}
