package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Nothing that a stranger writes into the parts that no signature covers is called valid. */
class UnsignedOctetsIT {
    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;
    private static ValidationFixture fixture;
    private static SignatureValidator pdfValidator;
    private static byte[] cms;
    private static byte[] xml;
    private static byte[] pdf;

    @BeforeAll
    static void sign() throws IOException {
        signer = new DssSigner();
        validator = signer.validator(folder);
        cms = signer.cades(
                CmsAttacks.LETTER,
                SignaturePackaging.ENVELOPING,
                SignatureLevel.CAdES_BASELINE_T,
                signer.official,
                p -> {});
        xml = signer.xades(
                ValidationFixture.XML,
                SignaturePackaging.ENVELOPED,
                SignatureLevel.XAdES_BASELINE_T,
                signer.official,
                p -> {});
        fixture = new ValidationFixture(Files.createDirectory(folder.resolve("pdf")));
        pdfValidator = fixture.validator();
        pdf = Files.readAllBytes(
                fixture.pdf(fixture.emptyPdf(), "once.pdf", vn.lienthong.signer.sign.SignatureLevel.BASELINE_T));
    }

    private static ValidationOutcome outcome(SignatureValidator by, byte[] document) throws IOException {
        return by.validate(Files.write(folder.resolve("document"), document));
    }

    private static boolean isValid(ValidationOutcome outcome) {
        return outcome instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    /** Each change in one place of one document; the same place unchanged is valid. */
    private static Stream<DynamicTest> noneIsValid(
            SignatureValidator by, BiFunction<byte[], Consumer<CmsParts>, byte[]> place, byte[] honest) {
        Map<String, Consumer<CmsParts>> changes = UnsignedOctets.of(TestPki.of("Người lạ", signer.now));
        Stream<DynamicTest> unchanged = Stream.of(DynamicTest.dynamicTest("unchanged", () -> {
            ValidationOutcome outcome = outcome(by, place.apply(honest, parts -> {}));
            assertThat(isValid(outcome)).as(outcome.toString()).isTrue();
        }));
        return Stream.concat(
                unchanged,
                changes.entrySet().stream()
                        .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                            ValidationOutcome outcome = outcome(by, place.apply(honest, change.getValue()));
                            assertThat(isValid(outcome)).as(outcome.toString()).isFalse();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> inCms() {
        return noneIsValid(validator, CmsParts::changed, cms);
    }

    @TestFactory
    Stream<DynamicTest> inTimestampOfCms() {
        return noneIsValid(validator, CmsParts::changedTimestamp, cms);
    }

    @TestFactory
    Stream<DynamicTest> inPdf() {
        return noneIsValid(
                pdfValidator,
                (octets, change) -> UnsignedOctets.inPdf(octets, der -> CmsParts.changed(der, change)),
                pdf);
    }

    @TestFactory
    Stream<DynamicTest> inTimestampOfPdf() {
        return noneIsValid(
                pdfValidator,
                (octets, change) -> UnsignedOctets.inPdf(octets, der -> CmsParts.changedTimestamp(der, change)),
                pdf);
    }

    @TestFactory
    Stream<DynamicTest> inTimestampOfXml() {
        return noneIsValid(
                validator, (octets, change) -> UnsignedOctets.inXml(octets, der -> CmsParts.changed(der, change)), xml);
    }
}
