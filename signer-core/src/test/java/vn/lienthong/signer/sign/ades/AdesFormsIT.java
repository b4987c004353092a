package vn.lienthong.signer.sign.ades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.validate.SignatureReport;
import vn.lienthong.signer.validate.Verdict;

/** Every form at every level and with every scheme is TOTAL-PASSED for DSS, at that level, and VALID for us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdesFormsIT {
    private Path folder;
    private AdesFixture fixture;
    private int files;

    @BeforeAll
    void setUp(@TempDir Path temporary) {
        folder = temporary;
        fixture = new AdesFixture(folder);
    }

    static Stream<Arguments> formsAndLevels() {
        return Arrays.stream(SignatureForm.values())
                .flatMap(form -> Arrays.stream(SignatureLevel.values())
                        .filter(level -> level.compareTo(form.highest()) <= 0)
                        .map(level -> Arguments.of(form, level)));
    }

    @ParameterizedTest
    @MethodSource("formsAndLevels")
    void isWhatItSaysAtEachLevel(SignatureForm form, SignatureLevel level) throws Exception {
        judge(form, level, SignatureScheme.ECDSA_SHA256);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED25519")
    void isWhatItSaysWithEachScheme(SignatureScheme scheme) throws Exception {
        for (SignatureForm form : List.of(
                SignatureForm.PADES,
                SignatureForm.XADES_ENVELOPED,
                SignatureForm.CADES_DETACHED,
                SignatureForm.JADES_FLATTENED,
                SignatureForm.ASIC_E_CADES)) {
            if (hasAName(form, scheme)) {
                judge(form, SignatureLevel.BASELINE_T, scheme);
            } else {
                Path unsigned = folder.resolve("unsigned-" + ++files);
                assertThat(fixture.sign(form, SignatureLevel.BASELINE_T, scheme, unsigned))
                        .isInstanceOfSatisfying(
                                SignDocumentOutcome.Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(SignRefusal.ALGORITHM_NOT_POSSIBLE));
                assertThat(unsigned).doesNotExist();
            }
        }
    }

    /** One that is missing, one that is another, one too many, two of one name: none of them is judged along. */
    private void refusesOtherContents(Path signed, List<NamedDocument> contents) throws Exception {
        NamedDocument first = contents.getFirst();
        List<NamedDocument> missing = contents.subList(1, contents.size());
        assertThat(fixture.report(signed, missing).verdict()).isNotEqualTo(Verdict.VALID);
        List<NamedDocument> other = new ArrayList<>(missing);
        other.add(
                new NamedDocument(first.name(), fixture.document("cong-van.pdf").file()));
        assertThat(fixture.report(signed, other).verdict()).isEqualTo(Verdict.INVALID);
        List<NamedDocument> more = new ArrayList<>(contents);
        more.add(new NamedDocument("them.pdf", fixture.document("cong-van.pdf").file()));
        assertThat(fixture.report(signed, more).verdict()).isEqualTo(Verdict.INVALID);
        List<NamedDocument> twice = new ArrayList<>(contents);
        twice.add(
                new NamedDocument(first.name(), fixture.document("cong-van.pdf").file()));
        assertThat(fixture.report(signed, twice).verdict()).isEqualTo(Verdict.INVALID);
    }

    /** RFC 7518 and RFC 9231 name no RSA signature with SHA-3, and RFC 7518 no other one. */
    private static boolean hasAName(SignatureForm form, SignatureScheme scheme) {
        boolean xml = form == SignatureForm.XADES_ENVELOPED;
        boolean jose = form == SignatureForm.JADES_FLATTENED;
        return scheme.digest().isSha2() || !jose && !(xml && scheme.keyKind() == SignatureScheme.KeyKind.RSA);
    }

    private void judge(SignatureForm form, SignatureLevel level, SignatureScheme scheme) throws Exception {
        Path signed = folder.resolve("signed-" + ++files + form.extension());
        SignDocumentOutcome outcome = fixture.sign(form, level, scheme, signed);

        assertThat(outcome).isInstanceOfSatisfying(Signed.class, s -> {
            assertThat(s.length()).isEqualTo(signed.toFile().length());
            assertThat(s.timestamp().isPresent()).isEqualTo(level != SignatureLevel.BASELINE_B);
        });
        assertThat(((Signed) outcome).digest()).isEqualTo(DigestAlgorithm.SHA256.digest(Files.readAllBytes(signed)));
        List<Path> detached = form.isDetached()
                ? fixture.documents(form).stream().map(NamedDocument::file).toList()
                : List.of();
        assertThat(DssJudge.failures(signed, detached, fixture.pki, AdesFixture.format(form, level)))
                .isEmpty();
        List<NamedDocument> contents = form.isDetached() ? fixture.documents(form) : List.of();
        SignatureReport report = fixture.report(signed, contents);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        if (contents.size() > 1) {
            refusesOtherContents(signed, contents);
        }
        assertThat(Optional.ofNullable(folder.toFile().list((dir, name) -> name.startsWith("ades"))))
                .hasValueSatisfying(left -> assertThat(left).isEmpty());
    }
}
