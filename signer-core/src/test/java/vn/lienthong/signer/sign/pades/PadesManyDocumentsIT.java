package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.seal.PageBox;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.token.CertifiedKey;

/** Documents of every structure: signed by an official and sealed on top, both signatures hold for every stranger. */
class PadesManyDocumentsIT {
    private static final int QPDF_WARNS = 3;

    @TempDir
    static Path folder;

    private static SigningFixture fixture;

    @BeforeAll
    static void setUp() throws Exception {
        fixture = new SigningFixture(folder);
        Pem.write(folder.resolve("root.pem"), List.of(fixture.pki.root()));
    }

    @ParameterizedTest
    @EnumSource(Samples.class)
    void everyStrangerAcceptsBothSignatures(Samples sample) throws Exception {
        Path document = sample.write(fixture);
        byte[] before = Files.readAllBytes(document);
        int already = sample == Samples.SIGNED_BY_ANOTHER_PRODUCT ? 1 : 0;
        Optional<VisibleSignature> shown = switch (sample) {
            case ROTATED, GENERATIONS -> Optional.empty();
            default ->
                Optional.of(new VisibleSignature.OfficialSignature(
                        SampleSignature.png(), new Placement.At(PageBox.ofMillimetres(1, 20, 30, 45, 20))));
        };
        Path signed = sign(document, sample + "-1.pdf", fixture.official, SignatureLevel.BASELINE_B, shown);
        Path sealed = sign(signed, sample + "-2.pdf", fixture.agency, SignatureLevel.BASELINE_T, Optional.empty());

        assertThat(document).hasBinaryContent(before);
        assertThat(Files.readAllBytes(signed)).startsWith(before);
        assertThat(Files.readAllBytes(sealed)).startsWith(Files.readAllBytes(signed));
        // PDFBox, through DSS, writes a Size that is too large: qpdf warns of it and accepts the file.
        int qpdfBefore = sample.isForDss() ? QPDF_WARNS : qpdf(document).exitStatus();
        strangersAccept(signed, already + 1, qpdfBefore);
        strangersAccept(sealed, already + 2, qpdfBefore);
    }

    private static Path sign(
            Path document, String name, CertifiedKey key, SignatureLevel level, Optional<VisibleSignature> shown)
            throws Exception {
        Path signed = folder.resolve(name);
        SignatureDetails details = new SignatureDetails("Nguyễn Văn Bình", "Ký (ban hành) \\", "Bắc Kạn", "a@b.vn");
        var outcome = fixture.signer.sign(new SignRequest(document, signed, key, level, details, shown));
        assertThat(outcome).isInstanceOfSatisfying(Signed.class, s -> {
            assertThat(s.length()).isEqualTo(signed.toFile().length());
            assertThat(s.timestamp().isPresent()).isEqualTo(level == SignatureLevel.BASELINE_T);
        });
        assertThat(((Signed) outcome).digest()).isEqualTo(DigestAlgorithm.SHA256.digest(Files.readAllBytes(signed)));
        return signed;
    }

    private static Stranger qpdf(Path file) {
        return Stranger.run(folder, "qpdf", "--check", file.toString());
    }

    /** qpdf warns of nothing that it did not warn of before. */
    private static void strangersAccept(Path file, int signatures, int qpdfBefore) throws Exception {
        String pdfsig =
                Stranger.run(folder, "pdfsig", "-nocert", file.toString()).said();
        assertThat(pdfsig.split("Signature is Valid\\.", -1)).as(pdfsig).hasSize(signatures + 1);
        assertThat(pdfsig).contains("Total document signed").doesNotContain("Syntax Error");
        Stranger qpdf = qpdf(file);
        assertThat(qpdf.exitStatus()).as(qpdf.said()).isLessThanOrEqualTo(qpdfBefore);
        Stranger mutool = Stranger.run(folder, "mutool", "info", file.toString());
        assertThat(mutool.exitStatus()).as(mutool.said()).isZero();
        assertThat(mutool.said()).doesNotContain("repair").doesNotContain("error:");
        SimpleReport report = Judge.report(file, fixture.pki);
        assertThat(report.getSignaturesCount()).isEqualTo(signatures);
        for (String id : report.getSignatureIdList()) {
            assertThat(report.getIndication(id))
                    .as(report.getSubIndication(id) + " " + report.getAdESValidationErrors(id))
                    .isEqualTo(Indication.TOTAL_PASSED);
        }
        opensslAccepts(file);
    }

    /** The CMS of the newest signature over the octets that its ByteRange names. */
    private static void opensslAccepts(Path file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file.toFile());
                RandomAccessFile octets = new RandomAccessFile(file.toFile(), "r")) {
            PDSignature newest = document.getSignatureDictionaries().stream()
                    .max(Comparator.comparingInt(s -> s.getByteRange()[2]))
                    .orElseThrow();
            int[] range = newest.getByteRange();
            ByteArrayOutputStream covered = new ByteArrayOutputStream();
            new CoveredRange(range[1], range[2], (long) range[2] + range[3]).copy(octets, covered);
            assertThat(range[2] + range[3]).isEqualTo((int) octets.length());
            Files.write(folder.resolve("covered"), covered.toByteArray());
            Files.write(folder.resolve("cms"), newest.getContents());
        }
        Stranger openssl = Stranger.run(
                folder,
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "cms",
                "-content",
                "covered",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-out",
                "out");
        assertThat(openssl.said()).contains("CMS Verification successful");
    }
}
