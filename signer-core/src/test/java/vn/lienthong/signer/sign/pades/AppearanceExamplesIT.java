package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.seal.PageBox;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * The pictures of docs/appearance.md: really signed, drawn by Poppler. They are as they were committed; with
 * {@code -Ddocs.write=true} they are made anew.
 */
class AppearanceExamplesIT {
    private static final Instant TIME = Instant.parse("2026-11-23T01:05:09Z");
    private static final int DPI = 80;
    private static final Path PICTURES = Path.of("..", "docs", "appearance");
    private static final int APART = 96;

    @TempDir
    Path folder;

    private PadesSigner signer;
    private CertifiedKey key;
    private Path letter;

    @BeforeEach
    void setUp() throws IOException {
        Clock clock = Clock.fixed(TIME, ZoneOffset.UTC);
        KeysInMemory token = new KeysInMemory();
        key = token.put("key", TestPki.at(TIME).issue(Profile.signer(OfficialLetter.SIGNER)));
        TimestampSource none = imprint -> {
            throw new IllegalStateException("level B needs no timestamp");
        };
        signer = new PadesSigner(token, none, SigningLimits.DEFAULT, folder, clock);
        letter = OfficialLetter.write(folder.resolve("letter.pdf"));
    }

    @Test
    void officialAndSealOnTheLetter() throws Exception {
        Path official = signed(letter, SigningFixture.officialSignature());
        picture(official, "official", box(98, 100, 105, 68));
        Path sealed = signed(official, SigningFixture.agencySeal());
        picture(sealed, "seal", box(98, 100, 105, 68));
        picture(sealed, "letter", box(0, 0, 210, 175));
    }

    @Test
    void copies() throws Exception {
        for (String form : List.of("SAO Y", "SAO LỤC", "TRÍCH SAO")) {
            Path copy = signed(
                    letter,
                    new VisibleSignature.CopyMark(form, SigningFixture.AGENCY, new Placement.TopRightOfFirstPage()));
            String name = form.equals("SAO Y") ? "sao-y" : form.equals("SAO LỤC") ? "sao-luc" : "trich-sao";
            picture(copy, name, box(90, 0, 120, 45));
        }
    }

    @Test
    void annexAlsoOnAPageThatIsTurned() throws Exception {
        VisibleSignature mark = new VisibleSignature.AnnexMark("123/QĐ-UBND", new Placement.TopRightOfFirstPage());
        picture(signed(letter, mark), "annex", box(90, 0, 120, 45));
        Path turned = folder.resolve("turned.pdf");
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            // a table laid across: what is written on the page runs down in what the reader sees
            document.getPage(0).setRotation(90);
            document.save(turned.toFile());
        }
        picture(signed(turned, mark), "annex-turned", box(170, 0, 127, 60));
    }

    @Test
    void signatureInAField() throws Exception {
        Path form = folder.resolve("form.pdf");
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            PDAcroForm fields = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(fields);
            PDSignatureField field = new PDSignatureField(fields);
            field.setPartialName("chu-ky");
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(330, 425, 180, 75));
            widget.setPage(document.getPage(0));
            document.getPage(0).setAnnotations(List.of(widget));
            fields.setFields(List.of(field));
            document.save(form.toFile());
        }
        VisibleSignature signature =
                new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField("chu-ky"));
        picture(signed(form, signature), "field", box(98, 100, 105, 68));
    }

    private Path signed(Path document, VisibleSignature appearance) throws IOException {
        Path signed = Files.createTempFile(folder, "signed", ".pdf");
        Files.delete(signed);
        assertThat(signer.sign(new SignRequest(
                        document,
                        signed,
                        key,
                        SignatureLevel.BASELINE_B,
                        SignatureDetails.NONE,
                        Optional.of(appearance))))
                .isInstanceOf(Signed.class);
        return signed;
    }

    private static PageBox box(double left, double top, double width, double height) {
        return PageBox.ofMillimetres(1, left, top, width, height);
    }

    private void picture(Path signed, String name, PageBox part) throws IOException {
        Path root = folder.resolve(name);
        Stranger drawn = Stranger.run(
                folder,
                "pdftoppm",
                "-png",
                "-cropbox",
                "-singlefile",
                "-f",
                "1",
                "-r",
                "" + DPI,
                "-x",
                pixels(part.left().points()),
                "-y",
                pixels(part.top().points()),
                "-W",
                pixels(part.width().points()),
                "-H",
                pixels(part.height().points()),
                signed.toString(),
                root.toString());
        assertThat(drawn.exitStatus()).as(drawn.said()).isZero();
        Path made = folder.resolve(name + ".png");
        Path kept = PICTURES.resolve(name + ".png");
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PICTURES);
            Files.copy(made, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(different(ImageIO.read(made.toFile()), ImageIO.read(kept.toFile())))
                .as(kept + " is not what is drawn now: run this test with -Ddocs.write=true, and look at it")
                .isLessThan(0.005);
    }

    private static String pixels(double points) {
        return Long.toString(Math.round(points * DPI / 72));
    }

    private static double different(BufferedImage one, BufferedImage two) {
        if (one.getWidth() != two.getWidth() || one.getHeight() != two.getHeight()) {
            return 1;
        }
        long apart = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = two.getRGB(x, y);
                boolean same = Math.abs((a & 0xff) - (b & 0xff)) < APART
                        && Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff)) < APART
                        && Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff)) < APART;
                apart += same ? 0 : 1;
            }
        }
        return (double) apart / ((long) one.getWidth() * one.getHeight());
    }
}
