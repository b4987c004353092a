package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Changes to a signed PDF that no signature permits are never valid, whatever covers them afterwards. */
class ChangedPdfIT {
    @TempDir
    static Path folder;

    private static PdfLab lab;
    private static byte[] ofTable;
    private static byte[] ofStreams;

    @BeforeAll
    static void sign() {
        lab = new PdfLab(folder);
        ofTable = signed(LabDocument.table());
        ofStreams = signed(LabDocument.streams());
    }

    private static byte[] signed(byte[] document) {
        return lab.sign(document, SignatureLevel.BASELINE_T);
    }

    static Stream<Arguments> attacks() {
        return PdfAttacks.all().entrySet().stream()
                .flatMap(attack -> Stream.of(
                                cover("left open", pdf -> pdf),
                                cover("then signed", pdf -> lab.sign(pdf, SignatureLevel.BASELINE_B)),
                                cover("then timestamped", lab::timestamp))
                        .map(cover -> Arguments.of(attack.getKey(), cover, attack.getValue())));
    }

    record Cover(String name, UnaryOperator<byte[]> how) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Cover cover(String name, UnaryOperator<byte[]> how) {
        return new Cover(name, how);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("attacks")
    void isNotValid(String name, Cover cover, PdfLab.Edit attack) {
        for (byte[] honest : List.of(ofTable, ofStreams)) {
            byte[] changed = PdfLab.update(honest, attack);
            assertThat(changed.length).isGreaterThan(honest.length);
            byte[] covered;
            try {
                covered = cover.how().apply(changed);
            } catch (RuntimeException refusedToSign) {
                continue; // whoever signs is not bound to sign what was changed
            }
            ValidationOutcome outcome = lab.judge(covered);
            if (outcome instanceof ValidationOutcome.Unreadable) {
                continue; // not even a document
            }
            assertThat(outcome).isInstanceOf(Judged.class);
            SignatureReport report = ((Judged) outcome).report();
            assertThat(report.verdict()).as(report.toString()).isNotEqualTo(Verdict.VALID);
            assertThat(report.findings())
                    .as("a reason of our own")
                    .anyMatch(finding -> finding.worth() != Verdict.VALID
                            && !finding.detail().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("honest")
    void honestChangeIsValid(String name, UnaryOperator<byte[]> change) {
        for (byte[] document : List.of(LabDocument.table(), LabDocument.streams())) {
            byte[] changed = change.apply(document);
            ValidationOutcome outcome = lab.judge(changed);
            assertThat(outcome).isInstanceOf(Judged.class);
            SignatureReport report = ((Judged) outcome).report();
            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        }
    }

    static Stream<Arguments> honest() {
        return PdfHonesty.all(lab).entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }
}
