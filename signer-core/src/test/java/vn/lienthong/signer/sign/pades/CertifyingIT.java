package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Stranger;

/** ISO 32000-2 §12.8.2.2: a first signature certifies, says what is allowed afterwards, and what it says is obeyed. */
class CertifyingIT {
    @TempDir
    Path folder;

    private SigningFixture fixture;
    private Path letter;

    @BeforeEach
    void setUp() throws Exception {
        fixture = new SigningFixture(folder);
        letter = OfficialLetter.write(folder.resolve("letter.pdf"));
    }

    @ParameterizedTest
    @EnumSource(Certification.class)
    void strangersReadWhatIsAllowed(Certification certification) throws Exception {
        Path certified = folder.resolve("certified.pdf");
        assertThat(sign(letter, certified, Optional.of(certification))).isInstanceOf(Signed.class);

        assertThat(Judge.failures(certified, fixture.pki)).isEmpty();
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", "certified.pdf").said())
                .contains("Signature is Valid")
                .contains("Total document signed");
        assertThat(Stranger.run(folder, "qpdf", "--check", "certified.pdf").exitStatus())
                .isZero();
        try (PDDocument document = Loader.loadPDF(certified.toFile())) {
            var catalog = document.getDocumentCatalog().getCOSObject();
            var signature = catalog.getCOSDictionary(COSName.PERMS).getCOSDictionary(COSName.DOCMDP);
            assertThat(signature)
                    .isSameAs(document.getSignatureDictionaries().get(0).getCOSObject());
            var reference = (org.apache.pdfbox.cos.COSDictionary)
                    signature.getCOSArray(COSName.getPDFName("Reference")).getObject(0);
            assertThat(reference
                            .getCOSDictionary(COSName.getPDFName("TransformParams"))
                            .getInt(COSName.P))
                    .isEqualTo(certification.permission());
        }
    }

    @Test
    void furtherSignaturesComeAfterwardsOnlyWhereTheyAreAllowed() {
        Path certified = folder.resolve("certified.pdf");
        assertThat(sign(letter, certified, Optional.of(Certification.FORMS_AND_SIGNATURES)))
                .isInstanceOf(Signed.class);
        Path approved = folder.resolve("approved.pdf");
        assertThat(sign(certified, approved, Optional.empty())).isInstanceOf(Signed.class);
        assertThat(Judge.failures(approved, fixture.pki)).isEmpty();

        Path closed = folder.resolve("closed.pdf");
        assertThat(sign(letter, closed, Optional.of(Certification.NO_CHANGES))).isInstanceOf(Signed.class);
        refuses(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN, sign(closed, folder.resolve("no.pdf"), Optional.empty()));
    }

    @Test
    void onlyTheFirstSignatureCertifies() {
        Path signed = folder.resolve("signed.pdf");
        assertThat(sign(letter, signed, Optional.empty())).isInstanceOf(Signed.class);
        Path late = folder.resolve("late.pdf");
        refuses(
                SignRefusal.DOCUMENT_ALREADY_SIGNED,
                sign(signed, late, Optional.of(Certification.FORMS_AND_SIGNATURES)));
        assertThat(late).doesNotExist();
    }

    /** A document that is left to DSS is certified as well: here one whose form has an entry XFA. */
    @Test
    void certifiesWhatIsNotReadByOurselves() throws Exception {
        Path form = folder.resolve("form.pdf");
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            var acroForm = new org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm(document);
            acroForm.getCOSObject().setString(COSName.XFA, "x");
            document.getDocumentCatalog().setAcroForm(acroForm);
            document.save(form.toFile());
        }
        Path certified = folder.resolve("certified.pdf");
        assertThat(sign(form, certified, Optional.of(Certification.FORMS_AND_SIGNATURES)))
                .isInstanceOf(Signed.class);
        assertThat(new String(Files.readAllBytes(certified), StandardCharsets.ISO_8859_1))
                .contains("/DocMDP");
        assertThat(Judge.failures(certified, fixture.pki)).isEmpty();
    }

    private SignDocumentOutcome sign(Path document, Path signed, Optional<Certification> certification) {
        return fixture.signer.sign(new SignRequest(
                document,
                signed,
                fixture.official,
                SignatureLevel.BASELINE_T,
                SignatureDetails.NONE,
                Optional.empty(),
                certification));
    }

    private static void refuses(SignRefusal reason, SignDocumentOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }
}
