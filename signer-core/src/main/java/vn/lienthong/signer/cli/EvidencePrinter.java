package vn.lienthong.signer.cli;

import java.io.PrintStream;
import java.util.Map;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.verify.Check;
import vn.lienthong.signer.evidence.verify.EvidenceReport;
import vn.lienthong.signer.evidence.verify.EvidenceReport.ProvenEvent;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** One line a check, the verdict, and only if it holds what is proven. */
final class EvidencePrinter {
    private final PrintStream out;
    private final Language language;

    EvidencePrinter(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    void print(EvidenceReport report) {
        report.checks().forEach(this::print);
        out.println((report.holds() ? Messages.EVIDENCE_HOLDS : Messages.EVIDENCE_FAILS).in(language));
        report.proven().ifPresent(proven -> proven.entries().forEach(this::print));
    }

    private void print(Check check) {
        Text result = switch (check.result()) {
            case PASSED -> Messages.PASSED;
            case FAILED -> Messages.FAILED;
            case NOT_CHECKED -> Messages.NOT_CHECKED;
        };
        StringBuilder line = new StringBuilder("[" + result.in(language) + "] " + check.code() + " ");
        line.append(check.code().title().in(language));
        if (!check.subject().isEmpty()) {
            line.append(" (").append(check.subject()).append(')');
        }
        String detail = check.detail().in(language);
        out.println(Printable.line(detail.isEmpty() ? line.toString() : line + ": " + detail));
    }

    private void print(ProvenEvent event) {
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
