package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;

/** Documents that are not signed, named by their fault. */
class PadesRefusalsIT {
    @TempDir
    Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new SigningFixture(folder);
    }

    @AfterEach
    void leavesNothingBehind() {
        assertThat(folder.resolve("out.pdf")).doesNotExist();
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void refusesWhatIsNoPdf() throws Exception {
        refuses(file("Đây không phải PDF".getBytes(StandardCharsets.UTF_8)), SignRefusal.NOT_A_PDF);
        refuses(file(new byte[0]), SignRefusal.NOT_A_PDF);
    }

    @Test
    void refusesAPdfThatIsCutOff() throws Exception {
        byte[] letter = Files.readAllBytes(letter());
        refuses(file("%PDF-1.7\nnothing more".getBytes(StandardCharsets.UTF_8)), SignRefusal.DOCUMENT_MALFORMED);
        refuses(file(Arrays.copyOf(letter, 300)), SignRefusal.DOCUMENT_MALFORMED);
        refuses(file(Arrays.copyOf(letter, letter.length - 6)), SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesAPdfOfNestedArraysWithoutEnd() throws Exception {
        String nest = "%PDF-1.7\n1 0 obj\n" + "[".repeat(500_000) + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
        refuses(file(nest.getBytes(StandardCharsets.US_ASCII)), SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesAnEncryptedPdf() throws Exception {
        refuses(encrypted(""), SignRefusal.DOCUMENT_ENCRYPTED);
        refuses(encrypted("mật khẩu"), SignRefusal.DOCUMENT_ENCRYPTED);
    }

    @Test
    void refusesADocumentLargerThanConfigured() throws Exception {
        refuses(letter(), new SigningLimits(1000, 10, 1000, 1000), SignRefusal.DOCUMENT_TOO_LARGE);
    }

    @Test
    void refusesMorePagesThanConfigured() throws Exception {
        Path file = folder.resolve("pages.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(file.toFile());
        }
        refuses(file, new SigningLimits(1 << 20, 2, 1000, 1000), SignRefusal.DOCUMENT_PAGE_COUNT);
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i <= 5000; i++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        refuses(file, SignRefusal.DOCUMENT_PAGE_COUNT);
    }

    @Test
    void refusesASignedDocumentWhoseByteRangeWasShrunk() throws Exception {
        refuses(
                file(edited(signed(), text -> {
                    var matcher = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)")
                            .matcher(text);
                    assertThat(matcher.find()).isTrue();
                    String last = matcher.group(3);
                    String shorter = String.valueOf(Long.parseLong(last) - 50);
                    return text.substring(0, matcher.start(3))
                            + " ".repeat(last.length() - shorter.length())
                            + shorter
                            + text.substring(matcher.end(3));
                })),
                SignRefusal.EXISTING_SIGNATURE_BYTE_RANGE);
    }

    @Test
    void refusesASignedDocumentThatWasChanged() throws Exception {
        refuses(
                file(edited(signed(), text -> text.replaceFirst("/Reason", "/Rebson"))),
                SignRefusal.EXISTING_SIGNATURE_BROKEN);
    }

    @Test
    void refusesASignedDocumentWhoseSignatureHidesSomething() throws Exception {
        refuses(
                file(edited(signed(), text -> text.replaceFirst("0000>", "0001>"))),
                SignRefusal.EXISTING_SIGNATURE_BROKEN);
    }

    @Test
    void refusesASignedDocumentWhoseSignatureNoFieldShowsAnyMore() throws Exception {
        refuses(
                file(edited(signed(), text -> text.replaceFirst("/FT /Sig", "/FT /Tig"))),
                SignRefusal.EXISTING_SIGNATURE_BROKEN);
    }

    @Test
    void refusesASignedDocumentWhoseFieldsAreCutOff() throws Exception {
        refuses(
                file(edited(signed(), text -> text.replaceFirst("/AcroForm", "/AcroFxrm"))),
                SignRefusal.EXISTING_SIGNATURE_BROKEN);
    }

    @Test
    void refusesASignatureDictionaryWithoutContents() throws Exception {
        refuses(
                file(edited(signed(), text -> text.replaceFirst("/Contents <", "/Cxntents <"))),
                SignRefusal.EXISTING_SIGNATURE_BYTE_RANGE);
    }

    @Test
    void refusesASignatureDictionaryThatCannotBeReadAnyMore() throws Exception {
        refuses(
                file(edited(signed(), text -> text.replaceFirst("(/ByteRange \\[[0-9 ]+)]", "$1}"))),
                SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void signsADocumentInWhichASignedOneIsEmbedded() throws Exception {
        byte[] signed = signed();
        Path outer = folder.resolve("outer.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDStream stream = new PDStream(document, new ByteArrayInputStream(signed));
            document.getDocumentCatalog().getCOSObject().setItem("Attached", stream);
            document.save(outer.toFile());
        }
        assertThat(new String(Files.readAllBytes(outer), StandardCharsets.ISO_8859_1))
                .contains("/ByteRange");
        assertThat(fixture.signer.sign(fixture.request(outer, "out.pdf", fixture.agency, Optional.empty())))
                .isInstanceOf(SignDocumentOutcome.Signed.class);
        Files.delete(folder.resolve("out.pdf"));
    }

    @Test
    void refusesADocumentCertifiedAgainstAnyChange() throws Exception {
        refuses(Certified.noChanges(fixture, letter()), SignRefusal.DOCUMENT_CHANGES_FORBIDDEN);
    }

    private Path letter() throws Exception {
        return OfficialLetter.write(folder.resolve("letter.pdf"));
    }

    private byte[] signed() throws Exception {
        Path signed = folder.resolve("signed.pdf");
        assertThat(fixture.sign(letter(), "signed.pdf", fixture.official, SigningFixture.officialSignature()))
                .isInstanceOf(SignDocumentOutcome.Signed.class);
        return Files.readAllBytes(signed);
    }

    private static byte[] edited(byte[] octets, UnaryOperator<String> edit) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        byte[] edited = edit.apply(text).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(edited).hasSameSizeAs(octets).isNotEqualTo(octets);
        return edited;
    }

    private Path encrypted(String userPassword) throws Exception {
        Path file = folder.resolve("encrypted.pdf");
        try (PDDocument document = Loader.loadPDF(letter().toFile())) {
            document.protect(new StandardProtectionPolicy("chủ", userPassword, new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    private Path file(byte[] octets) throws Exception {
        return Files.write(folder.resolve("in.pdf"), octets);
    }

    private void refuses(Path document, SignRefusal reason) {
        refuses(document, SigningLimits.DEFAULT, reason);
    }

    private void refuses(Path document, SigningLimits limits, SignRefusal reason) {
        PadesSigner signer = fixture.signer(limits);
        int before = fixture.token.signatures();
        assertThat(signer.sign(fixture.request(document, "out.pdf", fixture.agency, Optional.empty())))
                .isInstanceOfSatisfying(
                        SignDocumentOutcome.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(reason));
        assertThat(fixture.token.signatures()).isEqualTo(before);
    }
}
