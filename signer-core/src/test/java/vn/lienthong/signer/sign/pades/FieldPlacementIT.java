package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;
import vn.lienthong.signer.validate.Verdict;

/** A document's maker left a field for the signature: ISO 32000-2 §12.7.5.5. */
class FieldPlacementIT {
    private static final String NAME = "chữ ký lãnh đạo";

    @TempDir
    Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new SigningFixture(folder);
    }

    @Test
    void signsTheFieldThatIsThereAndAddsNone() throws Exception {
        Path signed = signed(letter(field -> {}), NAME, "signed");
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            List<PDSignatureField> fields = document.getSignatureFields();
            assertThat(fields).singleElement().satisfies(field -> {
                assertThat(field.getPartialName()).isEqualTo(NAME);
                assertThat(field.getSignature()).isNotNull();
                PDAnnotationWidget widget = field.getWidgets().get(0);
                assertThat(widget.getRectangle().getLowerLeftX()).isEqualTo(300);
                assertThat(widget.getRectangle().getWidth()).isEqualTo(150);
                assertThat(widget.getNormalAppearanceStream()).isNotNull();
                assertThat(widget.isHidden()).isFalse();
            });
            assertThat(document.getPage(0).getAnnotations()).hasSize(1);
        }
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", signed.toString()).said())
                .contains("Signature is Valid")
                .contains("Total document signed");
        assertThat(Stranger.run(folder, "qpdf", "--check", signed.toString()).exitStatus())
                .isZero();
        valid(signed);
    }

    @Test
    void signsAFieldUnderAnotherOneWhoseWidgetStandsApart() throws Exception {
        Path letter = letter(field -> {
            PDAcroForm form = field.getAcroForm();
            PDNonTerminalField parent = new PDNonTerminalField(form);
            parent.setPartialName("ky");
            parent.setChildren(List.of(field));
            field.getCOSObject().setItem(COSName.PARENT, parent);
            form.setFields(List.of(parent));
            PDAnnotationWidget widget = new PDAnnotationWidget();
            widget.setRectangle(field.getWidgets().get(0).getRectangle());
            widget.setPage(field.getWidgets().get(0).getPage());
            for (COSName name : List.of(COSName.RECT, COSName.SUBTYPE, COSName.TYPE, COSName.P, COSName.F)) {
                field.getCOSObject().removeItem(name);
            }
            widget.getCOSObject().setItem(COSName.PARENT, field);
            COSArray kids = new COSArray();
            kids.add(widget.getCOSObject());
            field.getCOSObject().setItem(COSName.KIDS, kids);
            widget.getPage().setAnnotations(List.of(widget));
        });
        Path signed = signed(letter, "ky." + NAME, "signed");
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(document.getSignatureFields())
                    .singleElement()
                    .satisfies(
                            field -> assertThat(field.getFullyQualifiedName()).isEqualTo("ky." + NAME));
            assertThat(document.getSignatureDictionaries()).hasSize(1);
        }
        valid(signed);
    }

    @Test
    void signsItAfterAnEarlierSignatureWhichStaysValid() throws Exception {
        Path letter = letter(field -> {});
        assertThat(fixture.signer.sign(fixture.request(letter, "first.pdf", fixture.agency, Optional.empty())))
                .isInstanceOf(Signed.class);
        Path signed = signed(folder.resolve("first.pdf"), NAME, "second");
        valid(signed);
        assertThat(Judge.failures(signed, fixture.pki)).isEmpty();
        refused(signed, NAME, SignRefusal.PLACEMENT_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void isReadUprightInAFieldOfATurnedPage(int rotation) throws Exception {
        Path letter = letter(field -> field.getWidgets().get(0).getPage().setRotation(rotation));
        Path signed = signed(letter, NAME, "signed");
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            var stream =
                    document.getSignatureFields().get(0).getWidgets().get(0).getNormalAppearanceStream();
            PDRectangle box = stream.getBBox();
            // the field is 150 by 60 in the file: seen from the side it is 60 by 150
            assertThat(box.getWidth()).isEqualTo(rotation == 180 ? 150 : 60);
            assertThat(stream.getMatrix().getScaleX()).isEqualTo(rotation == 180 ? -1 : 0);
        }
        valid(signed);
    }

    @Test
    void refusesAFieldThatIsNotThereOrCannotBeSeen() throws Exception {
        Path letter = letter(field -> {});
        refused(letter, "another", SignRefusal.PLACEMENT_NOT_FOUND);
        refused(letter, NAME.substring(1), SignRefusal.PLACEMENT_NOT_FOUND);
        Path invisible = letter(field -> field.getWidgets().get(0).setRectangle(new PDRectangle(0, 0, 0, 0)));
        refused(invisible, NAME, SignRefusal.PLACEMENT_NOT_FOUND);
        Path away = letter(field -> field.getWidgets().get(0).setRectangle(new PDRectangle(590, 100, 100, 50)));
        refused(away, NAME, SignRefusal.PLACEMENT_OFF_PAGE);
    }

    private Path signed(Path letter, String field, String name) {
        assertThat(fixture.sign(letter, name + ".pdf", fixture.official, into(field)))
                .isInstanceOf(Signed.class);
        return folder.resolve(name + ".pdf");
    }

    private void refused(Path letter, String field, SignRefusal reason) {
        assertThat(fixture.sign(letter, "refused.pdf", fixture.official, into(field)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.reason()).as(r.detail()).isEqualTo(reason));
        assertThat(folder.resolve("refused.pdf")).doesNotExist();
    }

    private static VisibleSignature into(String field) {
        return new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField(field));
    }

    private Path letter(Consumer<PDSignatureField> change) throws IOException {
        return LetterWithField.write(folder, NAME, change);
    }

    private void valid(Path signed) throws Exception {
        Path crls = Files.createDirectories(folder.resolve("crls"));
        Files.write(crls.resolve("issuing.crl"), fixture.pki.crl());
        Files.write(crls.resolve("root.crl"), fixture.pki.rootCrl());
        SignatureValidator validator = new SignatureValidator(
                TrustAnchors.of(List.of(fixture.pki.root())),
                RevocationSources.folder(crls),
                ValidationLimits.DEFAULT,
                fixture.clock);
        assertThat(validator.validate(signed))
                .isInstanceOfSatisfying(
                        ValidationOutcome.Judged.class,
                        judged -> assertThat(judged.report().verdict())
                                .as(judged.report().toString())
                                .isEqualTo(Verdict.VALID));
    }
}
