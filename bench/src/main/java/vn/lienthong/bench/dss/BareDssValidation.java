package vn.lienthong.bench.dss;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.file.Path;
import vn.lienthong.signer.revocation.FolderCrlSource;
import vn.lienthong.signer.trust.TrustAnchors;

/** Validates by DSS as it is: its default policy, its default comparison of pages. Thread-safe. */
public final class BareDssValidation {
    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final FolderCrlSource crls;

    public BareDssValidation(TrustAnchors anchors, Path crlFolder) {
        anchors.certificates().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
        crls = new FolderCrlSource(crlFolder);
    }

    /** @throws IOException if the document's first signature is not passed */
    public void requirePassed(Path document) throws IOException {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(crls);
        verifier.setOcspSource(null);
        verifier.setAIASource(null);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(document.toFile()));
        validator.setCertificateVerifier(verifier);
        var report = validator.validateDocument().getSimpleReport();
        Indication indication = report.getIndication(report.getFirstSignatureId());
        if (indication != Indication.TOTAL_PASSED) {
            throw new IOException(
                    "DSS says " + indication + ", " + report.getSubIndication(report.getFirstSignatureId()));
        }
    }
}
