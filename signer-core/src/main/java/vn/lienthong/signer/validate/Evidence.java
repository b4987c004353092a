package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.strict.CarriedEvidence;
import vn.lienthong.signer.strict.CmsDocument;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/** Gathers the certificates and revocation data that a document carries, within its timestamps too. */
final class Evidence {
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<byte[]> crls = new ArrayList<>();
    private final List<byte[]> ocspResponses = new ArrayList<>();
    private boolean unreadableTimestamp;

    void add(XmlSignatures signatures) {
        certificates.addAll(signatures.certificates());
        crls.addAll(signatures.crls());
        ocspResponses.addAll(signatures.ocspResponses());
        signatures.timestampTokens().forEach(this::addTimestamp);
    }

    void add(CmsDocument document) {
        certificates.addAll(document.certificates());
        crls.addAll(document.crls());
        ocspResponses.addAll(document.ocspResponses());
    }

    private void addTimestamp(byte[] token) {
        if (CmsFindings.read(token) instanceof CmsDocument.Reading.Read(CmsDocument document)) {
            add(document);
            unreadableTimestamp |= !document.isWellFormed();
        } else {
            unreadableTimestamp = true;
        }
    }

    List<Finding> findings(List<X509CertificateHolder> authorities, DiagnosticData data) {
        CarriedEvidence carried = new CarriedEvidence(authorities, EvidenceFindings.inPaths(data));
        carried.certificates(certificates);
        carried.crls(crls);
        carried.ocspResponses(ocspResponses);
        List<Finding> findings = new ArrayList<>(EvidenceFindings.of(carried));
        if (unreadableTimestamp) {
            findings.add(new Finding(FindingCode.TIMESTAMP_NOT_VALID, ""));
        }
        return findings;
    }
}
