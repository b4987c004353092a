package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;
import vn.lienthong.signer.validate.ValidationOutcome.NotSigned;
import vn.lienthong.signer.validate.ValidationOutcome.Reason;
import vn.lienthong.signer.validate.ValidationOutcome.Unreadable;

class SignatureValidatorTest {
    @TempDir
    static Path folder;

    private static ValidationFixture fixture;
    private static SignatureValidator validator;
    private static Path pdf;

    @BeforeAll
    static void sign() throws IOException {
        fixture = new ValidationFixture(folder);
        validator = fixture.validator();
        pdf = fixture.pdf(fixture.emptyPdf(), "t.pdf", SignatureLevel.BASELINE_T);
    }

    private static SignatureReport judged(ValidationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Judged.class);
        return ((Judged) outcome).report();
    }

    private static SignatureReport judge(Path file) throws IOException {
        return judged(validator.validate(file));
    }

    @Test
    void pdfWithTimestampIsValid() throws IOException {
        SignatureReport report = judge(pdf);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        SignatureFacts signature = report.signatures().getFirst();
        assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
        assertThat(signature.indication()).isEqualTo("TOTAL_PASSED");
        assertThat(signature.intact()).isTrue();
        assertThat(signature.certificateValidAtSigning()).isTrue();
        assertThat(signature.timestamps()).hasSize(1);
        assertThat(signature.bestSignatureTime()).isEqualTo(ValidationFixture.NOW);
        CertificateFacts signer = signature.signer().orElseThrow();
        assertThat(signer.commonName()).isEqualTo("Nguyễn Văn An");
        assertThat(signer.organization()).isEqualTo("Liên Thông thử nghiệm");
        assertThat(signer.issuerCommonName()).isEqualTo("Liên Thông Issuing CA");
        assertThat(signature.chain()).hasSize(3);
    }

    @Test
    void pdfSignedTwiceIsValid() throws IOException {
        Path twice = fixture.pdf(pdf, "twice.pdf", SignatureLevel.BASELINE_B);
        SignatureReport report = judge(twice);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).hasSize(2);
    }

    @Test
    void otherFormatsAreValid() throws IOException {
        for (Path file : List.of(fixture.xades(), fixture.cades(), fixture.asicXades(), fixture.asicCades())) {
            SignatureReport report = judge(file);
            assertThat(report.verdict()).as(file + " " + report).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void withoutRevocationDataNothingIsValid() throws IOException {
        SignatureReport report = judged(fixture.validatorWithoutRevocation().validate(pdf));
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().findings())
                .extracting(Finding::code)
                .contains(FindingCode.REVOCATION_UNKNOWN);
    }

    @Test
    void staleListIsNoRevocationData() throws IOException {
        SignatureReport report = judged(fixture.validatorWithStaleList().validate(pdf));
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().findings())
                .extracting(Finding::code)
                .contains(FindingCode.REVOCATION_UNKNOWN);
    }

    @Test
    void weakKeyIsNotValid() throws IOException {
        ValidationFixture weak = new ValidationFixture(
                Files.createDirectory(folder.resolve("weak")),
                Profile.signer("Khóa yếu").weak());
        SignatureReport report = judged(weak.validator().validate(weak.xades()));
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().findings())
                .extracting(Finding::code)
                .contains(FindingCode.WEAK_CRYPTOGRAPHY);
    }

    @Test
    void sha1IsNotValid() throws IOException {
        SignatureReport report = judge(fixture.xades(DigestAlgorithm.SHA1));
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().findings())
                .extracting(Finding::code)
                .contains(FindingCode.WEAK_CRYPTOGRAPHY);
    }

    @Test
    void signatureOverAPartIsNotValid() throws IOException {
        SignatureReport report = judge(fixture.xadesOfPart());
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.PART_NOT_SIGNED);
    }

    @Test
    void expiredCertificateIsNotValid() throws IOException {
        ValidationFixture expired = new ValidationFixture(
                Files.createDirectory(folder.resolve("expired")),
                Profile.signer("Hết hạn")
                        .withScheme(SignatureScheme.ECDSA_SHA256)
                        .expired());
        assertThat(judged(expired.validator().validate(expired.xades())).verdict())
                .isNotEqualTo(Verdict.VALID);
    }

    @Test
    void strangersRootIsNotTrusted() throws IOException {
        ValidationFixture stranger = new ValidationFixture(Files.createDirectory(folder.resolve("stranger")));
        SignatureReport report = judged(stranger.validator().validate(pdf));
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().findings())
                .extracting(Finding::code)
                .contains(FindingCode.NO_TRUST_PATH);
    }

    @Test
    void revokedSignerIsNotValid() throws IOException {
        ValidationFixture own = new ValidationFixture(Files.createDirectory(folder.resolve("revoked")));
        Path signed = own.pdf(own.emptyPdf(), "b.pdf", SignatureLevel.BASELINE_B);
        own.pki.revoke(own.signer.certificate(), ValidationFixture.NOW.minus(Duration.ofDays(2)));
        assertThat(judged(own.validator().validate(signed)).verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void documentWithoutSignatureIsItsOwnOutcome() throws IOException {
        assertThat(validator.validate(fixture.emptyPdf())).isEqualTo(new NotSigned(DocumentFormat.PDF));
        assertThat(validator.validate(fixture.file("plain.xml", ValidationFixture.XML)))
                .isEqualTo(new NotSigned(DocumentFormat.XML));
    }

    @Test
    void unreadableFilesAreTheirOwnOutcomes() throws IOException {
        assertThat(validator.validate(fixture.file("text.pdf", "not a pdf".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Unreadable(Reason.FORMAT_UNKNOWN));
        assertThat(validator.validate(fixture.file("broken.pdf", "%PDF-1.7\nbroken".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Unreadable(Reason.MALFORMED));
        assertThat(validator.validate(fixture.file("empty", new byte[0])))
                .isEqualTo(new Unreadable(Reason.FORMAT_UNKNOWN));
        assertThat(validator.validate(fixture.file(
                        "dtd.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Unreadable(Reason.HOSTILE_XML));
        String deep = "<a>".repeat(200) + "</a>".repeat(200);
        assertThat(validator.validate(fixture.file("deep.xml", deep.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Unreadable(Reason.HOSTILE_XML));
        assertThat(validator.validate(fixture.file("half.xml", "<a><b>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Unreadable(Reason.MALFORMED));
        ValidationLimits small = new ValidationLimits(10, 10, 10, 10, 10, 10);
        assertThat(fixture.validator(small).validate(pdf)).isEqualTo(new Unreadable(Reason.TOO_LARGE));
    }

    @Test
    void encryptedPdfIsItsOwnOutcome() throws IOException {
        Path encrypted = folder.resolve("encrypted.pdf");
        try (var document = org.apache.pdfbox.Loader.loadPDF(fixture.emptyPdf().toFile())) {
            document.protect(new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                    "owner", "user", new org.apache.pdfbox.pdmodel.encryption.AccessPermission()));
            document.save(encrypted.toFile());
        }
        assertThat(validator.validate(encrypted)).isEqualTo(new Unreadable(Reason.ENCRYPTED));
    }

    @Test
    void sharedByThreadsItAnswersEachRight() throws Exception {
        Path xml = fixture.xades();
        Path asic = fixture.asicXades();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Verdict>> verdicts = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(
                            () -> judge(List.of(pdf, xml, asic).get(i % 3)).verdict()))
                    .toList();
            for (Future<Verdict> verdict : verdicts) {
                assertThat(verdict.get()).isEqualTo(Verdict.VALID);
            }
        }
    }
}
