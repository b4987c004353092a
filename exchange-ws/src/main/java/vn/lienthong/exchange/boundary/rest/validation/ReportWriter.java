package vn.lienthong.exchange.boundary.rest.validation;

import java.util.List;
import vn.lienthong.exchange.boundary.rest.validation.ValidationReport.CertificateView;
import vn.lienthong.exchange.boundary.rest.validation.ValidationReport.FindingView;
import vn.lienthong.exchange.boundary.rest.validation.ValidationReport.SignatureView;
import vn.lienthong.exchange.boundary.rest.validation.ValidationReport.TimestampView;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.validate.CertificateFacts;
import vn.lienthong.signer.validate.DocumentFormat;
import vn.lienthong.signer.validate.Finding;
import vn.lienthong.signer.validate.SignatureFacts;
import vn.lienthong.signer.validate.SignatureReport;
import vn.lienthong.signer.validate.TimestampFacts;
import vn.lienthong.signer.validate.Verdict;

/** Says a verdict in one language. */
final class ReportWriter {
    private final Language language;

    ReportWriter(Language language) {
        this.language = language;
    }

    ValidationReport judged(SignatureReport report, Sha256Digest document) {
        return new ValidationReport(
                true,
                report.verdict().name(),
                report.verdict().text().in(language),
                report.format().name(),
                document.hex(),
                report.validatedAt(),
                report.policy(),
                report.signatures().size(),
                Math.toIntExact(report.signatures().stream()
                        .filter(signature -> signature.verdict() == Verdict.VALID)
                        .count()),
                report.signatures().stream().map(this::signature).toList(),
                report.documentTimestamps().stream().map(this::timestamp).toList(),
                findings(report.findings()));
    }

    ValidationReport notSigned(DocumentFormat format, Sha256Digest document) {
        String text = language == Language.EN ? "Not signed" : "Chưa được ký số";
        return new ValidationReport(
                false,
                Verdict.INDETERMINATE.name(),
                text,
                format.name(),
                document.hex(),
                null,
                null,
                0,
                0,
                List.of(),
                List.of(),
                List.of());
    }

    private SignatureView signature(SignatureFacts facts) {
        return new SignatureView(
                facts.id(),
                facts.verdict().name(),
                facts.indication(),
                facts.subIndication(),
                facts.level(),
                facts.signer().map(ReportWriter::certificate).orElse(null),
                facts.chain().stream().map(ReportWriter::certificate).toList(),
                facts.claimedSigningTime().orElse(null),
                facts.bestSignatureTime(),
                facts.intact(),
                facts.certificateValidAtSigning(),
                facts.algorithm(),
                facts.scopes(),
                facts.timestamps().stream().map(this::timestamp).toList(),
                findings(facts.findings()));
    }

    private TimestampView timestamp(TimestampFacts facts) {
        return new TimestampView(
                facts.id(),
                facts.verdict().name(),
                facts.type(),
                facts.genTime(),
                facts.authority().map(ReportWriter::certificate).orElse(null),
                facts.indication(),
                facts.subIndication(),
                findings(facts.findings()));
    }

    private List<FindingView> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingView(
                        finding.code().name(),
                        finding.worth().name(),
                        finding.text().in(language),
                        finding.detail()))
                .toList();
    }

    private static CertificateView certificate(CertificateFacts facts) {
        return new CertificateView(
                facts.commonName(),
                facts.organization(),
                facts.subject(),
                facts.issuer(),
                facts.issuerCommonName(),
                facts.serial().toString(16),
                facts.notBefore(),
                facts.notAfter(),
                facts.sha256());
    }
}
