package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.signer.testpki.TestPki;

/** DSS with its own default policy, the PKI's root as the only anchor, and its CRLs. */
final class Judge {
    private Judge() {}

    static SimpleReport report(Path file, TestPki pki) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(pki.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(new CrlsOf(pki));
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    /** What keeps signatures of the file from being TOTAL-PASSED at level T; empty if nothing does. */
    static List<String> failures(Path file, TestPki pki) {
        SimpleReport report = report(file, pki);
        if (report.getSignaturesCount() == 0) {
            return List.of("no signature");
        }
        return report.getSignatureIdList().stream()
                .filter(id -> report.getIndication(id) != Indication.TOTAL_PASSED
                        || !report.getSignatureFormat(id).toString().equals("PAdES-BASELINE-T"))
                .map(id -> report.getIndication(id) + " " + report.getSubIndication(id) + " "
                        + report.getSignatureFormat(id) + " " + report.getAdESValidationErrors(id))
                .toList();
    }
}
