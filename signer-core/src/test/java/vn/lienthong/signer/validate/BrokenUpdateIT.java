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

/** Updates that readers repair, or see in different ways, are never valid. */
class BrokenUpdateIT {
    @TempDir
    static Path folder;

    private static PdfLab lab;
    private static List<byte[]> signed;

    @BeforeAll
    static void sign() {
        lab = new PdfLab(folder);
        signed = Stream.of(LabDocument.table(), LabDocument.streams())
                .map(document -> lab.sign(document, SignatureLevel.BASELINE_B))
                .toList();
    }

    static Stream<Arguments> attacks() {
        return RawAttacks.all().entrySet().stream().map(a -> Arguments.of(a.getKey(), a.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isNotValid(String name, UnaryOperator<byte[]> attack) {
        for (byte[] honest : signed) {
            byte[] changed = attack.apply(honest);
            assertThat(changed.length).isGreaterThan(honest.length);
            ValidationOutcome outcome = lab.judge(changed);
            if (outcome instanceof Judged judged) {
                assertThat(judged.report().verdict())
                        .as(judged.report().findings().toString())
                        .isNotEqualTo(Verdict.VALID);
            }
            if (name.startsWith("white")) {
                continue; // nothing to be seen in it, once it is signed
            }
            for (UnaryOperator<byte[]> cover :
                    List.<UnaryOperator<byte[]>>of(lab::timestamp, pdf -> lab.signByDss(pdf, p -> {}))) {
                byte[] covered;
                try {
                    covered = cover.apply(changed);
                } catch (RuntimeException refusedToSign) {
                    continue;
                }
                assertThat(lab.isValid(covered)).as("covered").isFalse();
            }
        }
    }
}
