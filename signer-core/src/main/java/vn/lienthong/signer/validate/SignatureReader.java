package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signatures of DSS's reports as facts, with our findings. */
final class SignatureReader {
    private final SimpleReport simple;
    private final TimestampReader timestamps;
    private final Instant validatedAt;

    SignatureReader(Reports reports, Instant validatedAt) {
        this.simple = reports.getSimpleReport();
        this.timestamps = new TimestampReader(reports.getDetailedReport());
        this.validatedAt = validatedAt;
    }

    SignatureFacts read(SignatureWrapper signature) {
        String id = signature.getId();
        Indication indication = simple.getIndication(id);
        SubIndication sub = simple.getSubIndication(id);
        List<TimestampFacts> stamps = timestamps.read(signature.getTimestampList());
        List<Finding> findings = findings(signature, indication, sub, stamps);
        Verdict verdict =
                findings.stream().map(Finding::worth).reduce(SubIndications.verdict(indication), Verdict::and);
        Instant best = instant(simple.getBestSignatureTime(id)).orElse(validatedAt);
        CertificateWrapper signer = signature.getSigningCertificate();
        return new SignatureFacts(
                id,
                verdict,
                indication == null ? "" : indication.name(),
                sub == null ? "" : sub.name(),
                signature.getSignatureFormat() == null
                        ? ""
                        : signature.getSignatureFormat().toString(),
                CertificateReader.read(signer),
                CertificateReader.read(signature.getCertificateChain()),
                instant(signature.getClaimedSigningTime()),
                best,
                signature.isBLevelTechnicallyValid() && signature.isSignatureIntact(),
                signer != null
                        && !best.isBefore(signer.getNotBefore().toInstant())
                        && !best.isAfter(signer.getNotAfter().toInstant()),
                algorithm(signature),
                signature.getSignatureScopes().stream()
                        .map(scope -> scope.getScope() + ": " + scope.getName())
                        .toList(),
                stamps,
                findings);
    }

    List<TimestampFacts> documentTimestamps(List<eu.europa.esig.dss.diagnostic.TimestampWrapper> all) {
        return timestamps.read(all);
    }

    private List<Finding> findings(
            SignatureWrapper signature,
            @Nullable Indication indication,
            @Nullable SubIndication sub,
            List<TimestampFacts> stamps) {
        List<Finding> findings = new ArrayList<>();
        if (indication != Indication.TOTAL_PASSED) {
            findings.add(new Finding(SubIndications.finding(sub), words(signature)));
        }
        // evidence that is there is never ignored: DSS leaves a broken timestamp aside and goes on without it
        stamps.stream()
                .filter(stamp -> stamp.verdict() != Verdict.VALID)
                .forEach(stamp -> findings.add(new Finding(
                        FindingCode.TIMESTAMP_NOT_VALID, (stamp.indication() + " " + stamp.subIndication()).strip())));
        if (stamps.isEmpty()) {
            findings.add(new Finding(FindingCode.NO_TIMESTAMP, ""));
        }
        PDFRevisionWrapper revision = signature.getPDFRevision();
        if (revision != null) {
            findings.addAll(revisionFindings(revision));
        }
        simple.getAdESValidationWarnings(signature.getId()).stream()
                .map(message -> new Finding(FindingCode.NOTE, text(message)))
                .forEach(findings::add);
        return findings;
    }

    private static List<Finding> revisionFindings(PDFRevisionWrapper revision) {
        List<Finding> findings = new ArrayList<>();
        int undefined = revision.getPdfUndefinedChanges().size();
        int annotations = revision.getPdfAnnotationChanges().size();
        int pages = revision.getPdfPageDifferenceConcernedPages().size();
        if (undefined + annotations + pages > 0) {
            findings.add(new Finding(FindingCode.PDF_CHANGED_AGAINST_PERMISSION, revision.getFirstFieldName()));
        }
        if (!revision.getPdfAnnotationsOverlapConcernedPages().isEmpty()) {
            findings.add(new Finding(
                    FindingCode.APPEARANCE_OVERLAPS,
                    revision.getPdfAnnotationsOverlapConcernedPages().toString()));
        }
        return findings;
    }

    private String words(SignatureWrapper signature) {
        return simple.getAdESValidationErrors(signature.getId()).stream()
                .map(SignatureReader::text)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String text(Message message) {
        return message.getKey() + ": " + message.getValue();
    }

    private static String algorithm(SignatureWrapper signature) {
        return signature.getEncryptionAlgorithm() + "-" + signature.getKeyLengthUsedToSignThisToken() + " with "
                + signature.getDigestAlgorithm();
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return date == null ? Optional.empty() : Optional.of(date.toInstant());
    }
}
