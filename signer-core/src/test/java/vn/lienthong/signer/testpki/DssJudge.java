package vn.lienthong.signer.testpki;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** DSS with its own default policy, the PKI's root as the only anchor, and its CRLs. */
public final class DssJudge {
    private DssJudge() {}

    public static SimpleReport report(Path file, Optional<Path> detached, TestPki pki) {
        List<DSSDocument> contents = detached.stream()
                .<DSSDocument>map(d -> new FileDocument(d.toFile()))
                .toList();
        return judged(file, contents, pki);
    }

    /** The same where the signature is over several documents, each under its file's name. */
    public static SimpleReport report(Path file, List<Path> detached, TestPki pki) {
        return judged(
                file,
                detached.stream()
                        .<DSSDocument>map(d -> new FileDocument(d.toFile()))
                        .toList(),
                pki);
    }

    /** The same by another policy of DSS's form. */
    public static SimpleReport report(Path file, List<Path> detached, TestPki pki, InputStream policy) {
        List<DSSDocument> contents = detached.stream()
                .<DSSDocument>map(d -> new FileDocument(d.toFile()))
                .toList();
        return validator(file, contents, pki).validateDocument(policy).getSimpleReport();
    }

    private static SimpleReport judged(Path file, List<DSSDocument> detached, TestPki pki) {
        return validator(file, detached, pki).validateDocument().getSimpleReport();
    }

    private static SignedDocumentValidator validator(Path file, List<DSSDocument> detached, TestPki pki) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(pki.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(new CrlsOf(pki));
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
        validator.setCertificateVerifier(verifier);
        if (!detached.isEmpty()) {
            validator.setDetachedContents(detached);
        }
        return validator;
    }

    /** What keeps signatures of the file from being TOTAL-PASSED in that format; empty if nothing does. */
    public static List<String> failures(Path file, Optional<Path> detached, TestPki pki, String format) {
        return failures(report(file, detached, pki), format);
    }

    /** The same where the signature is over several documents, each under its file's name. */
    public static List<String> failures(Path file, List<Path> detached, TestPki pki, String format) {
        return failures(report(file, detached, pki), format);
    }

    private static List<String> failures(SimpleReport report, String format) {
        if (report.getSignaturesCount() == 0) {
            return List.of("no signature");
        }
        return report.getSignatureIdList().stream()
                .filter(id -> report.getIndication(id) != Indication.TOTAL_PASSED
                        || !report.getSignatureFormat(id).toString().equals(format))
                .map(id -> report.getIndication(id) + " " + report.getSubIndication(id) + " "
                        + report.getSignatureFormat(id) + " " + report.getAdESValidationErrors(id))
                .toList();
    }
}
