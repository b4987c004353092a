package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import vn.lienthong.signer.policy.StrictPolicy;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;
import vn.lienthong.signer.validate.ValidationOutcome.NotSigned;
import vn.lienthong.signer.validate.ValidationOutcome.Reason;
import vn.lienthong.signer.validate.ValidationOutcome.Unreadable;

/**
 * Answers whether a document is validly signed. Made once, shared by threads; holds no document in memory whole, save
 * XML, which is limited for that.
 */
public final class SignatureValidator {
    private final DssEngine engine;
    private final ValidationLimits limits;
    private final Clock clock;
    private final Admissions admissions;

    public SignatureValidator(TrustAnchors anchors, RevocationSources sources, ValidationLimits limits, Clock clock) {
        this.engine = new DssEngine(anchors, sources);
        this.limits = limits;
        this.clock = clock;
        this.admissions = new Admissions(
                limits,
                anchors.certificates().stream().map(SignatureValidator::holder).toList());
    }

    /**
     * The outcome for the document as of now.
     *
     * @throws IOException if the file cannot be read at all
     */
    public ValidationOutcome validate(Path document) throws IOException {
        return validate(document, List.of());
    }

    /** The outcome for a signature whose content lies in another file. */
    public ValidationOutcome validate(Path signature, Path detachedContent) throws IOException {
        String name = String.valueOf(detachedContent.getFileName());
        return validate(signature, List.of(new DetachedContent(name, detachedContent)));
    }

    /**
     * The outcome for a signature over the contents. Where there are several, each signature is over all of them, or the document
     * is not valid.
     */
    public ValidationOutcome validate(Path document, List<DetachedContent> detached) throws IOException {
        if (Files.size(document) > limits.maxBytes()) {
            return new Unreadable(Reason.TOO_LARGE);
        }
        Optional<DocumentFormat> format = DocumentFormats.of(document);
        if (format.isEmpty()) {
            return new Unreadable(Reason.FORMAT_UNKNOWN);
        }
        try {
            return judge(document, format.get(), detached);
        } catch (RuntimeException | StackOverflowError e) {
            // parsers throw whatever a hostile file provokes, ours or DSS's; none of it may look like a verdict
            return new Unreadable(Reason.MALFORMED);
        }
    }

    private ValidationOutcome judge(Path document, DocumentFormat format, List<DetachedContent> detached)
            throws IOException {
        return switch (admissions.of(document, format, !detached.isEmpty())) {
            case Admission.Answered(ValidationOutcome outcome) -> outcome;
            case Admission.Refused(List<Finding> findings) -> new Judged(refused(format, findings));
            case Admission.Admitted(List<Finding> before, OwnLook look) ->
                named(judge(document, format, detached, look), format, before);
        };
    }

    /** What the engine cannot read, or overlooks, has a name if our own look has found one. */
    private ValidationOutcome named(ValidationOutcome outcome, DocumentFormat format, List<Finding> findings) {
        boolean nameless = outcome instanceof NotSigned
                || outcome instanceof Unreadable(Reason reason) && reason == Reason.MALFORMED;
        return nameless && !findings.isEmpty() ? new Judged(refused(format, findings)) : outcome;
    }

    /** The report on a document that is not given to the engine, for what it would have to do. */
    private SignatureReport refused(DocumentFormat format, List<Finding> findings) {
        Verdict verdict = findings.stream().map(Finding::worth).reduce(Verdict.INDETERMINATE, Verdict::and);
        return new SignatureReport(verdict, format, clock.instant(), StrictPolicy.NAME, List.of(), List.of(), findings);
    }

    private ValidationOutcome judge(Path document, DocumentFormat format, List<DetachedContent> detached, OwnLook look)
            throws IOException {
        Instant now = clock.instant();
        Reports reports;
        try {
            reports = engine.validate(document, format, detached, now);
        } catch (InvalidPasswordException | ProtectedDocumentException e) {
            return new Unreadable(Reason.ENCRYPTED);
        } catch (UnsupportedOperationException e) {
            return new Unreadable(Reason.FORMAT_UNKNOWN);
        } catch (RuntimeException | StackOverflowError e) {
            // the parsers below DSS throw whatever a hostile file provokes; none of it may look like a verdict
            return new Unreadable(Reason.MALFORMED);
        }
        DiagnosticData data = reports.getDiagnosticData();
        if (data.getSignatures().isEmpty()) {
            return new NotSigned(format);
        }
        List<Finding> findings = new ArrayList<>(look.findings(data));
        if (!detached.isEmpty() && (format == DocumentFormat.PDF || format == DocumentFormat.ASIC)) {
            // these sign what they hold: what was handed in beside them would seem to be judged with them
            findings.add(new Finding(FindingCode.DETACHED_CONTENT_NOT_SIGNED, ""));
        }
        if (detached.size() > 1) {
            DetachedCoverage.finding(detached, data).ifPresent(findings::add);
        }
        return new Judged(report(format, reports, data, now, findings));
    }

    private SignatureReport report(
            DocumentFormat format, Reports reports, DiagnosticData data, Instant now, List<Finding> findings) {
        SignatureReader reader = new SignatureReader(reports, now);
        List<SignatureFacts> signatures =
                data.getSignatures().stream().map(reader::read).toList();
        Set<String> ofSignatures = data.getSignatures().stream()
                .flatMap(s -> s.getTimestampList().stream())
                .map(TimestampWrapper::getId)
                .collect(Collectors.toSet());
        List<TimestampFacts> timestamps = reader.documentTimestamps(data.getTimestampList().stream()
                .filter(t -> !ofSignatures.contains(t.getId()))
                .toList());
        Verdict verdict = Verdict.VALID;
        for (SignatureFacts signature : signatures) {
            verdict = verdict.and(signature.verdict());
        }
        for (TimestampFacts timestamp : timestamps) {
            verdict = verdict.and(timestamp.verdict());
        }
        for (Finding finding : findings) {
            verdict = verdict.and(finding.worth());
        }
        return new SignatureReport(verdict, format, now, StrictPolicy.NAME, signatures, timestamps, findings);
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }
}
