package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.validate.jws.JwsFault;
import vn.lienthong.signer.validate.jws.JwsSignatures;

/** Our own look at a JWS, in the words of the report. */
final class JwsFindings {
    private JwsFindings() {}

    static List<Finding> of(JwsSignatures signatures, DiagnosticData data, List<X509CertificateHolder> authorities) {
        List<Finding> findings = new ArrayList<>();
        signatures.faults().stream().sorted().forEach(fault -> findings.add(new Finding(code(fault), "")));
        if (signatures.count() != data.getSignatures().size()) {
            findings.add(new Finding(FindingCode.SIGNATURE_NOT_JUDGED, ""));
        }
        if (signatures.timestampTokens().size() > data.getTimestampList().size()) {
            findings.add(new Finding(FindingCode.TIMESTAMP_NOT_VALID, ""));
        }
        Evidence evidence = new Evidence();
        evidence.add(signatures);
        findings.addAll(evidence.findings(authorities, data));
        return findings;
    }

    private static FindingCode code(JwsFault fault) {
        return switch (fault) {
            case UNKNOWN -> FindingCode.UNSIGNED_PROPERTY_UNKNOWN;
            case NOT_CHECKED -> FindingCode.UNSIGNED_PART_NOT_CHECKED;
        };
    }
}
