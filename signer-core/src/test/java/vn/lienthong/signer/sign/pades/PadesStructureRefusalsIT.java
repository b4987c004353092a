package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;

/** Documents that readers repair, each in its own way, or that earlier signatures lock: none is signed. */
class PadesStructureRefusalsIT {
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
    void refusesATableWhoseOffsetIsOff() throws Exception {
        refusesEdited(t -> {
            int entry = t.indexOf("xref\n0 1\n") + "xref\n0 1\n".length() + 20 + "1 1\n".length();
            int offset = Integer.parseInt(t.substring(entry, entry + 10)) + 1;
            return t.substring(0, entry) + String.format(Locale.ROOT, "%010d", offset) + t.substring(entry + 10);
        });
    }

    @Test
    void refusesAStartxrefThatPointsElsewhere() throws Exception {
        refusesEdited(t -> t.replaceFirst("startxref\n[0-9]+", "startxref\n9"));
        refusesEdited(t -> t.replaceFirst("startxref\n[0-9]+", "startxref\n99999999"));
        refusesEdited(t -> t.replaceFirst("startxref\n[0-9]+", "startxref\n-1"));
    }

    @Test
    void refusesSectionsThatGoInCircles() throws Exception {
        byte[] whole = onePage().finish(4, "");
        String start = new String(whole, StandardCharsets.ISO_8859_1).replaceFirst("(?s).*startxref\n([0-9]+).*", "$1");
        refuses(onePage().finish(4, "/Prev " + start), SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesObjectsBeyondTheSize() throws Exception {
        refuses(onePage().finish(3, ""), SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesOctetsBeforeTheHeaderAndBehindTheEnd() throws Exception {
        byte[] whole = onePage().finish(4, "");
        refuses(
                ("\n" + new String(whole, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1),
                SignRefusal.DOCUMENT_MALFORMED);
        refuses(
                (new String(whole, StandardCharsets.ISO_8859_1) + "<html>").getBytes(StandardCharsets.ISO_8859_1),
                SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesACatalogWithOneKeyTwice() throws Exception {
        refuses(
                new RawPdf()
                        .onePage("/AcroForm <</Fields []>> /AcroForm <<>>", "")
                        .finish(4, ""),
                SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesAHybridWhoseHalvesContradict() throws Exception {
        RawPdf pdf = onePage();
        int other = pdf.position();
        pdf.text("1 0 obj\n<</Type /Catalog /Pages 2 0 R /Other true>>\nendobj\n");
        int stream = pdf.position();
        String row = "\u0001" + (char) (other >> 8) + (char) (other & 0xff) + "\0";
        pdf.object(
                4,
                "<</Type /XRef /W [1 2 1] /Index [1 1] /Size 5 /Root 1 0 R /Length 4>>\nstream\n" + row
                        + "\nendstream");
        refuses(pdf.finish(5, "/XRefStm " + stream), SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void refusesAnEncryptDictionaryInAnyTrailer() throws Exception {
        refuses(onePage().finish(4, "/Encrypt <</Filter /Standard>>"), SignRefusal.DOCUMENT_ENCRYPTED);
    }

    @Test
    void refusesAPageTreeInCircles() throws Exception {
        refuses(
                new RawPdf()
                        .object(1, "<</Type /Catalog /Pages 2 0 R>>")
                        .object(2, "<</Type /Pages /Kids [2 0 R] /Count 1>>")
                        .finish(3, ""),
                SignRefusal.DOCUMENT_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Reference [<</TransformMethod /FieldMDP /TransformParams <</Action /All>>>>]",
                "/Reference [<</TransformMethod /FieldMDP /TransformParams <</Action /Exclude /Fields [(a)]>>>>]",
                "/Reference [<</TransformMethod /FieldMDP /TransformParams <</Action /Sideways>>>>]",
                "/Reference [<</TransformMethod /DocMDP /TransformParams <</P 1>>>>]"
            })
    void refusesADocumentWhoseSignatureLocksIt(String reference) throws Exception {
        refuses(locked("", reference), SignRefusal.DOCUMENT_CHANGES_FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Lock <</Action /All>>", "/Lock 6 0 R"})
    void refusesADocumentWhoseSignedFieldHasALock(String lock) throws Exception {
        refuses(locked(lock, ""), SignRefusal.DOCUMENT_CHANGES_FORBIDDEN);
    }

    @Test
    void aLockOverSomeFieldsLocksNoNewOne() throws Exception {
        // What is refused then is the signature itself, which covers nothing.
        refuses(locked("/Lock <</Action /Include /Fields [(a)]>>", ""), SignRefusal.EXISTING_SIGNATURE_BYTE_RANGE);
    }

    private static RawPdf onePage() {
        return new RawPdf().onePage("", "");
    }

    private static byte[] locked(String inField, String inSignature) {
        return new RawPdf()
                .onePage("/AcroForm <</Fields [4 0 R]>>", "")
                .object(4, "<</FT /Sig /T (a) /V 5 0 R " + inField + ">>")
                .object(
                        5,
                        "<</Type /Sig /SubFilter /ETSI.CAdES.detached /Contents <00> /ByteRange [0 1 2 3] "
                                + inSignature + ">>")
                .object(6, "<</Type /SigFieldLock /Action /Include /Fields [] /P 1>>")
                .finish(7, "");
    }

    private void refusesEdited(UnaryOperator<String> edit) throws Exception {
        String whole = new String(onePage().finish(4, ""), StandardCharsets.ISO_8859_1);
        refuses(edit.apply(whole).getBytes(StandardCharsets.ISO_8859_1), SignRefusal.DOCUMENT_MALFORMED);
    }

    private void refuses(byte[] octets, SignRefusal reason) throws Exception {
        Path document = Files.write(folder.resolve("in.pdf"), octets);
        int before = fixture.token.signatures();
        assertThat(fixture.signer.sign(fixture.request(document, "out.pdf", fixture.agency, Optional.empty())))
                .isInstanceOfSatisfying(
                        SignDocumentOutcome.Refused.class,
                        r -> assertThat(r.reason()).as(r.detail()).isEqualTo(reason));
        assertThat(fixture.token.signatures()).isEqualTo(before);
    }
}
