package vn.lienthong.signer.cli;

import java.io.PrintStream;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.validate.Finding;
import vn.lienthong.signer.validate.SignatureFacts;
import vn.lienthong.signer.validate.SignatureReport;
import vn.lienthong.signer.validate.ValidationOutcome;

/** The verdict on a signed document, with what Circular 15/2025/TT-BKHCN wants shown of each signature. */
final class DocumentPrinter {
    private final PrintStream out;
    private final Language language;

    DocumentPrinter(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    void print(ValidationOutcome outcome) {
        switch (outcome) {
            case ValidationOutcome.Judged(SignatureReport report) -> print(report);
            case ValidationOutcome.NotSigned notSigned -> verdict(Messages.NOT_SIGNED);
            case ValidationOutcome.Unreadable unreadable -> {
                out.println("  - " + unreadable.reason() + ": "
                        + unreadable.reason().text().in(language));
                verdict(Messages.UNREADABLE);
            }
        }
    }

    private void print(SignatureReport report) {
        int number = 1;
        for (SignatureFacts signature : report.signatures()) {
            out.println(Messages.SIGNATURE.in(language) + " " + number++ + ": "
                    + signature.verdict().text().in(language) + " (" + signature.level() + ", "
                    + (signature.indication() + " " + signature.subIndication()).strip() + ")");
            print(signature);
        }
        report.findings().forEach(this::print);
        verdict(report.verdict().text());
    }

    private void verdict(Text text) {
        out.println(Messages.VERDICT.in(language) + ": " + text.in(language));
    }

    private void print(SignatureFacts signature) {
        signature.signer().ifPresent(signer -> {
            field(Messages.SIGNER, signer.commonName());
            field(Messages.UNIT, signer.organization());
            field(Messages.ISSUER, signer.issuer());
            field(Messages.SERIAL, signer.serial().toString(16));
            field(Messages.VALIDITY, signer.notBefore() + " – " + signer.notAfter());
        });
        signature.claimedSigningTime().ifPresent(time -> field(Messages.SIGNING_TIME, time.toString()));
        signature
                .timestamps()
                .forEach(stamp -> field(
                        Messages.TIMESTAMP,
                        stamp.genTime() + " (" + stamp.verdict().text().in(language) + ")"));
        field(Messages.INTEGRITY, yesOrNo(signature.intact()));
        field(Messages.VALID_AT_SIGNING, yesOrNo(signature.certificateValidAtSigning()));
        signature.findings().forEach(this::print);
    }

    private void print(Finding finding) {
        out.println(Printable.line("  - " + finding.code() + ": "
                + finding.text().with(finding.detail()).in(language)));
    }

    private void field(Text name, String value) {
        out.println(Printable.line("  " + name.in(language) + ": " + value));
    }

    private String yesOrNo(boolean value) {
        return (value ? Messages.YES : Messages.NO).in(language);
    }
}
