package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import vn.lienthong.signer.testpki.Stranger;

/** Documents of as many structures as there are in the field, each named by what is special. */
enum Samples {
    TABLE(f -> letter(f, CompressParameters.NO_COMPRESSION)),
    STREAMS(f -> letter(f, CompressParameters.DEFAULT_COMPRESSION)),
    MANY_PAGES(f -> pages(f, 5000)),
    LINEARIZED(f -> qpdf(f, "--linearize", "--object-streams=disable")),
    LINEARIZED_STREAMS(f -> qpdf(f, "--linearize", "--object-streams=generate")),
    NORMALIZED(f -> qpdf(f, "--qdf", "--object-streams=disable")),
    UPDATED_TWICE(Samples::updatedTwice),
    UPDATED_LINEARIZED(f -> {
        qpdf(f, "--linearize");
        updatedTwice(f);
    }),
    TEXT_FIELDS(f -> textFields(f, CompressParameters.NO_COMPRESSION)),
    TEXT_FIELDS_IN_STREAMS(f -> textFields(f, CompressParameters.DEFAULT_COMPRESSION)),
    ROTATED(Samples::rotated),
    ANNOTATED(Samples::annotated),
    ANNOTS_INDIRECT(f -> raw(
            f,
            new RawPdf()
                    .onePage("", "/Annots 4 0 R")
                    .object(4, "[5 0 R]")
                    .object(5, "<</Type /Annot /Subtype /Text /Rect [1 1 9 9] /Contents (Ghi ch\\372 \\(m\\364t\\))>>")
                    .finish(6, ""))),
    FORM_DIRECT(f -> raw(
            f,
            new RawPdf()
                    .onePage("/AcroForm <</Fields [] /DA (/Helv 0 Tf) /SigFlags 1>>", "")
                    .finish(4, "/ID [<00ff> <1234>]"))),
    FORM_FIELDS_INDIRECT(f -> raw(
            f,
            new RawPdf()
                    .onePage("/AcroForm 4 0 R", "/Annots [6 0 R]")
                    .object(4, "<</Fields 5 0 R>>")
                    .object(5, "[6 0 R]")
                    .object(6, "<</FT /Tx /T (Signature1) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /P 3 0 R>>")
                    .finish(7, ""))),
    HUGE_NUMBERS(f -> raw(
            f,
            new RawPdf()
                    .onePage("/Extra 8000000 0 R", "")
                    .object(8_000_000, "<</Xin [/ch#c3#a0o (Vi\\\n\\1567t) <c3a> -.5 +3 1.50 null true]>>")
                    .finish(8_000_001, ""))),
    GENERATIONS(f -> raw(
            f,
            new RawPdf()
                    .object(1, "<</Type /Catalog /Pages 2 7 R>>")
                    .object(2, 7, "<</Type /Pages /Kids [3 65534 R] /Count 1>>")
                    .object(3, 65_534, "<</Type /Page /Parent 2 7 R /MediaBox [0 0 9 9] /Resources <<>>>>")
                    .finish(4, ""))),
    NESTED_PAGES(f -> raw(
            f,
            new RawPdf()
                    .object(1, "<</Type /Catalog /Pages 2 0 R>>")
                    .object(2, "<</Type /Pages /Kids [3 0 R 5 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources <<>>>>")
                    .object(3, "<</Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1>>")
                    .object(4, "<</Type /Page /Parent 3 0 R>>")
                    .object(5, "<</Type /Page /Parent 2 0 R>>")
                    .finish(6, ""))),
    NO_LAST_LINE_END(f -> raw(f, withoutLastLineEnd())),
    CARRIAGE_RETURNS(f ->
            raw(f, new RawPdf().lineEnd("\r\n").onePage("", "").text("% thừa\r").finish(4, ""))),
    FREE_AND_ZERO(Samples::freeAndZero),
    HYBRID(Samples::hybrid),
    SIGNED_BY_ANOTHER_PRODUCT(null),
    XREF_STREAM_IN_HEX(Samples::xrefStreamInHex),
    FORM_OF_XFA(f -> raw(
            f,
            new RawPdf()
                    .onePage("/AcroForm <</Fields [] /XFA 4 0 R>>", "")
                    .object(4, "<</Length 0>>\nstream\n\nendstream")
                    .finish(5, "")));

    private interface Maker {
        void make(Path file) throws Exception;
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final Maker maker;

    Samples(Maker maker) {
        this.maker = maker;
    }

    /** Whether the standard allows what our own writer does not read: see docs/adr/0008. */
    boolean isForDss() {
        return this == XREF_STREAM_IN_HEX || this == FORM_OF_XFA;
    }

    Path write(SigningFixture fixture) throws Exception {
        Path file = fixture.folder.resolve(name() + ".pdf");
        if (this == SIGNED_BY_ANOTHER_PRODUCT) {
            letter(file, CompressParameters.NO_COMPRESSION);
            Files.move(Certified.changesPermitted(fixture, file), file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            maker.make(file);
        }
        return file;
    }

    private static void raw(Path file, byte[] octets) throws IOException {
        Files.write(file, octets);
    }

    private static void letter(Path file, CompressParameters compression) throws IOException {
        OfficialLetter.write(file);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            document.save(file.toFile(), compression);
        }
    }

    private static void pages(Path file, int count) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
        }
    }

    private static void qpdf(Path file, String... how) throws IOException {
        OfficialLetter.write(file);
        List<String> command = new ArrayList<>(List.of("qpdf", "--warning-exit-0"));
        command.addAll(List.of(how));
        command.addAll(List.of("--replace-input", file.toString()));
        Stranger run = Stranger.run(file.getParent(), command.toArray(String[]::new));
        if (run.exitStatus() != 0) {
            throw new IllegalStateException(run.said());
        }
    }

    private static void updatedTwice(Path file) throws IOException {
        if (!Files.exists(file)) {
            letter(file, CompressParameters.NO_COMPRESSION);
        }
        for (int i = 0; i < 2; i++) {
            byte[] before = Files.readAllBytes(file);
            try (PDDocument document = Loader.loadPDF(before);
                    var out = Files.newOutputStream(file)) {
                COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                catalog.setString("Lan" + i, "thứ " + i);
                catalog.setNeedToBeUpdated(true);
                document.saveIncremental(out);
            }
        }
    }

    private static void textFields(Path file, CompressParameters compression) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            form.setDefaultAppearance("/Helv 0 Tf 0 g");
            for (int i = 0; i < 5; i++) {
                PDTextField field = new PDTextField(form);
                field.setPartialName("Truong" + i);
                field.getWidgets().get(0).setRectangle(new PDRectangle(20, 20 * i + 20, 100, 15));
                field.getWidgets().get(0).setPage(page);
                page.getAnnotations().add(field.getWidgets().get(0));
                form.getFields().add(field);
            }
            document.save(file.toFile(), compression);
        }
    }

    private static void rotated(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(90);
            document.addPage(page);
            document.save(file.toFile());
        }
    }

    private static void annotated(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Ghi chú (một)");
            note.setRectangle(new PDRectangle(50, 50, 20, 20));
            page.getAnnotations().add(note);
            page.getCOSObject().setName(COSName.getPDFName("Tên lạ #"), "giá trị");
            document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
        }
    }

    private static byte[] withoutLastLineEnd() {
        byte[] whole = new RawPdf().onePage("", "").finish(4, "");
        return Arrays.copyOf(whole, whole.length - 1);
    }

    /** Entries in use at offset 0 are free, says everybody; and a table whose lines have nineteen octets. */
    private static void freeAndZero(Path file) throws IOException {
        RawPdf pdf = new RawPdf().lineEnd("\n").onePage("/Nothing 4 0 R", "");
        int start = pdf.position();
        pdf.text("xref\n0 6\n0000000005 65535 f\n");
        for (int i = 1; i <= 3; i++) {
            pdf.text(String.format(Locale.ROOT, "%010d 00000 n\n", pdf.offsetOf(i)));
        }
        pdf.text("0000000000 00000 n\n0000000000 00001 f\n");
        raw(file, pdf.trailer(6, "").end(start).text("\r\n").toByteArray());
    }

    /** Allowed, and written by nobody: structure in a filter other than Flate. */
    private static void xrefStreamInHex(Path file) throws IOException {
        RawPdf pdf = new RawPdf().onePage("", "");
        StringBuilder rows = new StringBuilder("000000ff");
        for (int i = 1; i <= 3; i++) {
            rows.append(String.format(Locale.ROOT, "01%04x00", pdf.offsetOf(i)));
        }
        int stream = pdf.position();
        rows.append(String.format(Locale.ROOT, "01%04x00>", stream));
        pdf.text("4 0 obj\n<</Type /XRef /W [1 2 1] /Size 5 /Root 1 0 R /Filter /ASCIIHexDecode /Length "
                + rows.length() + ">>\nstream\n" + rows + "\nendstream\nendobj\n");
        raw(file, pdf.end(stream).text("\n").toByteArray());
    }

    /** As a well-known word processor writes: a table, and an empty one with a stream beside it. */
    private static void hybrid(Path file) throws IOException {
        RawPdf pdf = new RawPdf().onePage("/Hidden 5 0 R", "");
        String objects = "5 0 <</Chim (sau)>>";
        pdf.object(
                4,
                "<</Type /ObjStm /N 1 /First 4 /Length " + objects.length() + ">>\nstream\n" + objects + "\nendstream");
        long[] offsets = new long[5];
        for (int i = 1; i <= 4; i++) {
            offsets[i] = pdf.offsetOf(i);
        }
        pdf.forget(4);
        int table = pdf.table();
        pdf.trailer(7, "").end(table).text("\n");
        int stream = pdf.position();
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            rows.append((char) 1)
                    .append((char) (offsets[i] >> 8))
                    .append((char) (offsets[i] & 0xff))
                    .append('\0');
        }
        rows.append((char) 2).append('\0').append((char) 4).append('\0');
        rows.append((char) 1)
                .append((char) (stream >> 8))
                .append((char) (stream & 0xff))
                .append('\0');
        pdf.text("6 0 obj\n<</Type /XRef /W [1 2 1] /Index [1 6] /Size 7 /Root 1 0 R /Length " + rows.length()
                + ">>\nstream\n");
        pdf.octets(rows.toString().getBytes(StandardCharsets.ISO_8859_1)).text("\nendstream\nendobj\n");
        int last = pdf.position();
        pdf.text("xref\n0 0\n")
                .trailer(7, "/Prev " + table + " /XRefStm " + stream)
                .end(last)
                .text("\n");
        raw(file, pdf.toByteArray());
    }
}
