package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;
import vn.lienthong.signer.validate.Verdict;

/** A field whose signing locks others: ISO 32000-2 §12.7.5.5 table 236, carried out as §12.8.2.4 has it. */
class FieldLockIT {
    private static final String NAME = "chữ ký lãnh đạo";
    private static final String NUMBER = "số";
    private static final String NOTE = "ghi chú";

    @TempDir
    Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new SigningFixture(folder);
    }

    /** The lock, and whether the fields for the number and for notes can be filled in afterwards. */
    static Stream<Arguments> locks() {
        return Stream.of(
                Arguments.of("All", List.of(), false, false),
                Arguments.of("Include", List.of(NUMBER), false, true),
                Arguments.of("Exclude", List.of(NUMBER), true, false));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void theSignatureCarriesTheLockOut(String action, List<String> fields, boolean number, boolean note)
            throws Exception {
        Path signed = signed(letter(lock(action, fields)), "signed", Optional.empty());
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            COSDictionary reference = (COSDictionary) references(document).getObject(0);
            assertThat(reference.getNameAsString("TransformMethod")).isEqualTo("FieldMDP");
            assertThat(reference.getDictionaryObject("Data"))
                    .isSameAs(document.getDocumentCatalog().getCOSObject());
            COSDictionary parameters = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
            assertThat(parameters.getNameAsString("V")).isEqualTo("1.2");
            assertThat(parameters.getNameAsString("Action")).isEqualTo(action);
            COSArray named = parameters.getCOSArray(COSName.FIELDS);
            assertThat(
                            named == null
                                    ? List.of()
                                    : named.toList().stream()
                                            .map(f -> ((COSString) f).getString())
                                            .toList())
                    .isEqualTo(fields);
        }
        strangersAccept(signed);
        assertThat(verdict(signed)).isEqualTo(Verdict.VALID);
        assertThat(Judge.failures(signed, fixture.pki)).isEmpty();
        assertThat(verdict(filled(signed, NUMBER))).isEqualTo(number ? Verdict.VALID : Verdict.INVALID);
        assertThat(verdict(filled(signed, NOTE))).isEqualTo(note ? Verdict.VALID : Verdict.INVALID);
    }

    @Test
    void aSignatureMayCertifyAndLockAtOnce() throws Exception {
        Path signed = signed(
                letter(lock("Include", List.of(NUMBER))), "signed", Optional.of(Certification.FORMS_AND_SIGNATURES));
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(references(document).toList())
                    .extracting(one -> ((COSDictionary) one).getNameAsString("TransformMethod"))
                    .containsExactly("DocMDP", "FieldMDP");
        }
        strangersAccept(signed);
        assertThat(verdict(signed)).isEqualTo(Verdict.VALID);
    }

    /** P, since PDF 2.0: from this signature on the document permits no more than that. */
    @Test
    void aLockThatAllowsNoChangeLetsNobodySignAgain() throws Exception {
        COSDictionary lock = lock("Include", List.of(NUMBER));
        lock.setInt(COSName.P, 1);
        Path signed = signed(letter(lock), "signed", Optional.empty());
        assertThat(verdict(signed)).isEqualTo(Verdict.VALID);
        assertThat(verdict(filled(signed, NOTE))).isEqualTo(Verdict.INVALID);
        assertThat(fixture.signer.sign(fixture.request(signed, "second.pdf", fixture.agency, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN));
    }

    @Test
    void anotherOfficialMaySignWhereOnlySomeFieldsAreLocked() throws Exception {
        Path signed = signed(letter(lock("Include", List.of(NUMBER))), "signed", Optional.empty());
        assertThat(fixture.signer.sign(fixture.request(signed, "second.pdf", fixture.agency, Optional.empty())))
                .isInstanceOf(Signed.class);
        assertThat(verdict(folder.resolve("second.pdf"))).isEqualTo(Verdict.VALID);
    }

    static Stream<Consumer<COSDictionary>> uselessLocks() {
        return Stream.of(
                lock -> lock.removeItem(COSName.getPDFName("Action")),
                lock -> lock.setName("Action", "Sideways"),
                lock -> lock.removeItem(COSName.FIELDS),
                lock -> lock.setInt(COSName.P, 0),
                lock -> lock.setInt(COSName.P, 4),
                lock -> lock.getCOSArray(COSName.FIELDS).add(COSName.A));
    }

    @ParameterizedTest
    @MethodSource("uselessLocks")
    void signsNoFieldWhoseLockSaysNothing(Consumer<COSDictionary> fault) throws Exception {
        COSDictionary lock = lock("Include", List.of(NUMBER));
        fault.accept(lock);
        assertThat(sign(letter(lock), "signed", Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.reason()).as(r.detail()).isEqualTo(SignRefusal.DOCUMENT_MALFORMED));
    }

    private static COSDictionary lock(String action, List<String> fields) {
        COSDictionary lock = new COSDictionary();
        lock.setName(COSName.TYPE, "SigFieldLock");
        lock.setName("Action", action);
        if (!fields.isEmpty()) {
            COSArray names = new COSArray();
            fields.forEach(name -> names.add(new COSString(name)));
            lock.setItem(COSName.FIELDS, names);
        }
        return lock;
    }

    private Path letter(COSDictionary lock) throws IOException {
        return LetterWithField.write(folder, NAME, field -> {
            lock.setDirect(false);
            field.getCOSObject().setItem(COSName.getPDFName("Lock"), lock);
            text(field, NUMBER, 500);
            text(field, NOTE, 560);
        });
    }

    private static void text(PDSignatureField beside, String name, int y) {
        PDAcroForm form = beside.getAcroForm();
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.getCOSObject().setString(COSName.DA, "/Helv 10 Tf 0 g");
        PDAnnotationWidget widget = field.getWidgets().get(0);
        PDAnnotationWidget other = beside.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(300, y, 100, 20));
        widget.setPage(other.getPage());
        List<PDField> fields = new ArrayList<>(form.getFields());
        fields.add(field);
        form.setFields(fields);
        try {
            List<PDAnnotation> seen = new ArrayList<>(other.getPage().getAnnotations());
            seen.add(widget);
            other.getPage().setAnnotations(seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody fills a field in, in a revision of its own. */
    private Path filled(Path signed, String name) throws IOException {
        Path filled = Files.createTempFile(folder, "filled", ".pdf");
        try (PDDocument document = Loader.loadPDF(signed.toFile());
                var out = Files.newOutputStream(filled)) {
            PDField field = document.getDocumentCatalog().getAcroForm().getField(name);
            field.getCOSObject().setString(COSName.V, "12/UBND-VP");
            field.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        return filled;
    }

    private Path signed(Path letter, String name, Optional<Certification> certification) {
        assertThat(sign(letter, name, certification)).isInstanceOf(Signed.class);
        return folder.resolve(name + ".pdf");
    }

    private SignDocumentOutcome sign(Path letter, String name, Optional<Certification> certification) {
        return fixture.signer.sign(new SignRequest(
                letter,
                folder.resolve(name + ".pdf"),
                fixture.official,
                SignatureLevel.BASELINE_T,
                SignatureDetails.NONE,
                Optional.of(new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField(NAME))),
                certification));
    }

    private static COSArray references(PDDocument document) throws IOException {
        return document.getSignatureDictionaries().get(0).getCOSObject().getCOSArray(COSName.getPDFName("Reference"));
    }

    private void strangersAccept(Path signed) throws Exception {
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", signed.toString()).said())
                .contains("Signature is Valid")
                .contains("Total document signed");
        assertThat(Stranger.run(folder, "qpdf", "--check", signed.toString()).exitStatus())
                .isZero();
    }

    private Verdict verdict(Path signed) throws Exception {
        Path crls = Files.createDirectories(folder.resolve("crls"));
        Files.write(crls.resolve("issuing.crl"), fixture.pki.crl());
        Files.write(crls.resolve("root.crl"), fixture.pki.rootCrl());
        ValidationOutcome outcome = new SignatureValidator(
                        TrustAnchors.of(List.of(fixture.pki.root())),
                        RevocationSources.folder(crls),
                        ValidationLimits.DEFAULT,
                        fixture.clock)
                .validate(signed);
        return ((ValidationOutcome.Judged) outcome).report().verdict();
    }
}
