package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.strict.CarriedEvidence;
import vn.lienthong.signer.strict.CmsDocument;
import vn.lienthong.signer.strict.CmsRole;
import vn.lienthong.signer.validate.jws.JwsSignatures;
import vn.lienthong.signer.validate.pdf.change.AddedEvidence;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/** Gathers the certificates and revocation data that a document carries, within its timestamps too. */
final class Evidence {
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<byte[]> crls = new ArrayList<>();
    private final List<byte[]> ocspResponses = new ArrayList<>();
    private final List<CmsDocument> timestamps = new ArrayList<>();
    private boolean unreadableTimestamp;

    void add(XmlSignatures signatures) {
        certificates.addAll(signatures.certificates());
        crls.addAll(signatures.crls());
        ocspResponses.addAll(signatures.ocspResponses());
        signatures.timestampTokens().forEach(this::addTimestamp);
    }

    void add(JwsSignatures signatures) {
        certificates.addAll(signatures.certificates());
        crls.addAll(signatures.crls());
        ocspResponses.addAll(signatures.ocspResponses());
        signatures.timestampTokens().forEach(this::addTimestamp);
    }

    void add(AddedEvidence added) {
        byte[] octets = added.octets().toArray();
        switch (added.kind()) {
            case CERTIFICATE -> certificates.add(octets);
            case CRL -> crls.add(octets);
            case OCSP_RESPONSE -> ocspResponses.add(octets);
            case TIMESTAMP -> addTimestamp(octets);
        }
    }

    void add(CmsDocument document) {
        certificates.addAll(document.certificates());
        crls.addAll(document.crls());
        ocspResponses.addAll(document.ocspResponses());
        timestamps.addAll(document.timestamps());
    }

    void addTimestamp(byte[] token) {
        if (CmsFindings.read(token, CmsRole.TIMESTAMP) instanceof CmsDocument.Reading.Read(CmsDocument document)) {
            add(document);
            timestamps.add(document);
            unreadableTimestamp |= !document.isWellFormed();
        } else {
            unreadableTimestamp = true;
        }
    }

    /** A timestamp's certificate may stand in it, beside it, or be an anchor. */
    private boolean areTimestampsSigned(List<X509CertificateHolder> authorities) {
        List<X509CertificateHolder> all = new ArrayList<>(authorities);
        for (byte[] der : certificates) {
            try {
                all.add(new X509CertificateHolder(der));
            } catch (IOException | RuntimeException e) {
                // has its own finding
                continue;
            }
        }
        return timestamps.stream().allMatch(timestamp -> timestamp.isSignedAmong(all));
    }

    List<Finding> findings(List<X509CertificateHolder> authorities, DiagnosticData data) {
        List<Finding> findings = new ArrayList<>(EvidenceFindings.of(CarriedEvidence.faults(
                authorities,
                EvidenceFindings.inPaths(data),
                new CarriedEvidence.Octets(certificates, crls, ocspResponses))));
        if (unreadableTimestamp || !areTimestampsSigned(authorities)) {
            findings.add(new Finding(FindingCode.TIMESTAMP_NOT_VALID, ""));
        }
        return findings;
    }
}
