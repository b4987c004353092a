package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;

/** Forms that name one long string, or one list of all fields, again and again: refused before they fill the heap. */
class HostileFormIT {
    private static final String NAME = "chu-ky";

    @TempDir
    static Path folder;

    private static SigningFixture fixture;

    @BeforeAll
    static void setUp() {
        fixture = new SigningFixture(folder);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("a seed value with one long reason", field(f -> seed(f, times(2, text(70_000))))),
                Arguments.of("a seed value with many reasons", field(f -> seed(f, times(300, text(1))))),
                Arguments.of(
                        "a lock over one long name, again and again", field(f -> lock(f, times(20, text(70_000))))),
                Arguments.of("a field with a long name", field(f -> more(f, named(text(5_000))))),
                Arguments.of("fields with many long names, no two alike", field(HostileFormIT::longNames)),
                Arguments.of("fields whose names go on below one another", field(HostileFormIT::deepNames)),
                Arguments.of("fields that each have all of them as children", field(HostileFormIT::allOfAll)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isRefused(String what, Consumer<PDSignatureField> change) throws Exception {
        // PDFBox lays object streams out by recursion, some frames for each object that names the next: where a
        // thread's
        // stack is small, it is the writer of this test that would end there, before the signer sees the form.
        Path letter = LetterWithField.write(folder, NAME, change, CompressParameters.NO_COMPRESSION);
        Path signed = folder.resolve("signed.pdf");
        assertThat(fixture.signer.sign(new SignRequest(
                        letter,
                        signed,
                        fixture.official,
                        SignatureLevel.BASELINE_B,
                        SignatureDetails.NONE,
                        Optional.of(new VisibleSignature.OfficialSignature(
                                SampleSignature.png(), new Placement.InField(NAME))))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.detail())
                                .isEqualTo(SignRefusal.DOCUMENT_MALFORMED));
        assertThat(signed).doesNotExist();
        assertThat(fixture.token.signatures()).isZero();
    }

    private static Consumer<PDSignatureField> field(Consumer<PDSignatureField> change) {
        return change;
    }

    private static void seed(PDSignatureField field, COSArray reasons) {
        COSDictionary value = new COSDictionary();
        value.setName(COSName.TYPE, "SV");
        value.setInt("Ff", 8);
        value.setItem("Reasons", reasons);
        field.getCOSObject().setItem("SV", value);
    }

    private static void lock(PDSignatureField field, COSArray names) {
        COSDictionary value = new COSDictionary();
        value.setName(COSName.TYPE, "SigFieldLock");
        value.setName("Action", "Include");
        value.setItem("Fields", names);
        field.getCOSObject().setItem("Lock", value);
    }

    /** 2,000 fields, all of which are the children of each. */
    private static void allOfAll(PDSignatureField field) {
        COSArray all = new COSArray();
        for (int i = 0; i < 2_000; i++) {
            COSDictionary one = named(text(3));
            one.setItem(COSName.KIDS, all);
            all.add(one);
        }
        fields(field).addAll(all);
    }

    /** 20 MB of names of 4 kB each: in UTF-16 each of them is a long string of its own. */
    private static void longNames(PDSignatureField field) {
        for (int i = 0; i < 10_000; i++) {
            more(field, named(new COSString(i + "-" + "a".repeat(2_000))));
        }
    }

    /** Each name is short, and each qualified name has all those above it. */
    private static void deepNames(PDSignatureField field) {
        COSDictionary above = named(text(1_000));
        more(field, above);
        for (int i = 0; i < 40; i++) {
            COSDictionary below = named(new COSString(i + "a".repeat(1_000)));
            COSArray kids = new COSArray();
            kids.add(below);
            above.setItem(COSName.KIDS, kids);
            above = below;
        }
    }

    private static void more(PDSignatureField field, COSDictionary another) {
        fields(field).add(another);
    }

    private static COSArray fields(PDSignatureField field) {
        COSArray fields = field.getAcroForm().getCOSObject().getCOSArray(COSName.FIELDS);
        return fields;
    }

    private static COSDictionary named(COSString name) {
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.FT, COSName.TX);
        field.setItem(COSName.T, name);
        return field;
    }

    private static COSString text(int length) {
        return new COSString("a".repeat(length));
    }

    private static COSArray times(int count, COSBase item) {
        return new COSArray(List.copyOf(Collections.nCopies(count, item)));
    }
}
