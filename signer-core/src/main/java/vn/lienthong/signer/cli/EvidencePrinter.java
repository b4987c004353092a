package vn.lienthong.signer.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.verify.Check;
import vn.lienthong.signer.evidence.verify.EvidenceReport;
import vn.lienthong.signer.evidence.verify.Proven;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** The checks that did not pass, or all; the verdict; and only if it holds what is proven. */
final class EvidencePrinter {
    private final PrintStream out;
    private final Language language;

    EvidencePrinter(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    void print(EvidenceReport report, VerifyArguments asked) {
        List<Check> open = report.checks().stream()
                .filter(check -> check.result() != Check.Result.PASSED)
                .toList();
        (asked.all() ? report.checks() : open).forEach(this::print);
        String passed =
                report.checks().size() - open.size() + "/" + report.checks().size();
        out.println(Messages.CHECKS_PASSED.in(language).replace("%s", passed));
        Text conclusion = switch (report.conclusion()) {
            case VALID -> Messages.EVIDENCE_HOLDS;
            case NOT_VALID -> Messages.EVIDENCE_FAILS;
            case OTHER_DOCUMENT -> Messages.EVIDENCE_OF_ANOTHER;
            case UNDECIDED -> Messages.EVIDENCE_UNDECIDED;
        };
        out.println(conclusion.in(language));
        report.proven().ifPresent(proven -> print(proven, asked.log().isPresent()));
    }

    private void print(Proven proven, boolean logWasExpected) {
        Text log = logWasExpected ? Messages.LOG : Messages.LOG_TO_COMPARE;
        out.println(Printable.line(log.in(language).replace("%s", proven.log().value())));
        proven.entries().forEach(this::print);
        for (Proven.Recipient recipient : proven.recipients()) {
            Text reached = recipient.confirmed().isPresent()
                    ? Messages.CONFIRMED
                    : recipient.fetched().isPresent() ? Messages.FETCHED : Messages.NOT_SHOWN_TO_ARRIVE;
            out.println(Printable.line(reached.in(language).replace("%s", recipient.code())));
        }
        out.println(Messages.WHAT_IS_LEFT_OPEN.in(language));
    }

    private void print(Check check) {
        Text result = switch (check.result()) {
            case PASSED -> Messages.PASSED;
            case FAILED -> Messages.FAILED;
            case UNDECIDED -> Messages.UNDECIDED;
        };
        StringBuilder line = new StringBuilder("[" + result.in(language) + "] " + check.code() + " ");
        line.append(check.code().title().in(language));
        String subject = check.subject().in(language);
        if (!subject.isEmpty()) {
            line.append(" (").append(subject).append(')');
        }
        String detail = check.detail().in(language);
        out.println(Printable.line(detail.isEmpty() ? line.toString() : line + ": " + detail));
    }

    private void print(Proven.Event event) {
        AuditEntry entry = event.entry();
        StringBuilder line = new StringBuilder("  #" + event.sequence() + " " + entry.at() + " ");
        line.append(entry.type().code()).append(' ').append(entry.outcome());
        line.append(' ')
                .append(entry.actor().agency())
                .append('/')
                .append(entry.actor().system());
        entry.dispatch().ifPresent(d -> line.append(' ').append(d.documentId()));
        for (Map.Entry<String, String> detail : entry.details().entrySet()) {
            line.append(' ').append(detail.getKey()).append('=').append(detail.getValue());
        }
        line.append(" (").append(Messages.PROVEN_BEFORE.in(language)).append(' ');
        out.println(Printable.line(line + event.provenBefore().toString() + ")"));
    }
}
