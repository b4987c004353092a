package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.seal.PageBox;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.pades.AppearancePreview.Preview;
import vn.lienthong.signer.testpki.Stranger;

/** What is shown before signing is what Poppler shows of the signed document; and nothing costs more than it may. */
class AppearancePreviewIT {
    private static final Instant TIME = Instant.parse("2026-11-23T01:05:09Z");
    private static final VisibleSignature CORNER =
            new VisibleSignature.CopyMark("SAO Y", SigningFixture.AGENCY, new Placement.TopRightOfFirstPage());

    @TempDir
    Path folder;

    private AppearancePreview preview;
    private Path letter;

    @BeforeEach
    void setUp() throws IOException {
        preview = new AppearancePreview(SigningLimits.DEFAULT, folder, Duration.ofSeconds(5));
        letter = OfficialLetter.write(folder.resolve("letter.pdf"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void showsTheSignatureWhereItWillBe(int rotation) throws Exception {
        Path turned = folder.resolve("turned.pdf");
        RotatedLetter.write(letter, turned, rotation, 10);
        byte[] before = Files.readAllBytes(turned);
        BufferedImage shown = shown(preview.of(turned, SigningFixture.officialSignature(), TIME));
        assertThat(turned).hasBinaryContent(before);

        SigningFixture fixture = new SigningFixture(folder);
        assertThat(fixture.sign(turned, "signed.pdf", fixture.official, SigningFixture.officialSignature()))
                .isInstanceOf(Signed.class);
        Stranger.run(folder, "pdftoppm", "-png", "-cropbox", "-r", "96", "-singlefile", "signed.pdf", "signed");
        BufferedImage signed = ImageIO.read(folder.resolve("signed.png").toFile());
        assertThat(shown.getWidth()).isCloseTo(signed.getWidth(), org.assertj.core.data.Offset.offset(1));
        Rectangle one = blue(shown);
        Rectangle other = blue(signed);
        assertThat(one.width).isGreaterThan(60);
        assertThat(Math.abs(one.x - other.x)
                        + Math.abs(one.y - other.y)
                        + Math.abs(one.width - other.width)
                        + Math.abs(one.height - other.height))
                .as(one + " " + other)
                .isLessThanOrEqualTo(6);
    }

    @Test
    void showsTextInItsFont() throws Exception {
        BufferedImage with = shown(preview.of(letter, CORNER, TIME));
        BufferedImage without = shown(preview.of(
                letter,
                new VisibleSignature.CopyMark(
                        "SAO LỤC", "X", new Placement.At(PageBox.ofMillimetres(1, 10, 270, 40, 20))),
                TIME));
        int width = with.getWidth();
        Rectangle corner = new Rectangle(width - 320, 20, 300, 70);
        assertThat(dark(with, corner) - dark(without, corner)).isGreaterThan(300);
    }

    /** A field that no signature of ours can be put into, whatever is asked for. */
    @Test
    void saysWhatSigningWouldSayOfTheField() throws Exception {
        VisibleSignature inField =
                new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField("chu-ky"));
        Path plain = LetterWithField.write(folder, "chu-ky", field -> {});
        assertThat(preview.of(plain, inField, TIME)).isInstanceOf(Preview.Shown.class);
        Path asksForMore = LetterWithField.write(folder, "chu-ky", field -> {
            COSDictionary seed = new COSDictionary();
            seed.setInt("Ff", 1 << 7);
            seed.setName("LockDocument", "true");
            field.getCOSObject().setItem("SV", seed);
        });
        notShown(asksForMore, inField, SignRefusal.FIELD_CONSTRAINT_UNMET);
        Path malformed = LetterWithField.write(
                folder, "chu-ky", field -> field.getCOSObject().setString("SV", "x"));
        notShown(malformed, inField, SignRefusal.DOCUMENT_MALFORMED);
        Path other = LetterWithField.write(folder, "khac", field -> {});
        notShown(other, inField, SignRefusal.PLACEMENT_NOT_FOUND);
        SigningFixture fixture = new SigningFixture(folder);
        assertThat(fixture.sign(plain, "once.pdf", fixture.official, inField)).isInstanceOf(Signed.class);
        notShown(folder.resolve("once.pdf"), inField, SignRefusal.PLACEMENT_NOT_FOUND);
    }

    @Test
    void saysWhatSigningWouldSay() throws Exception {
        notShown(folder.resolve("letter.pdf"), SigningFixture.agencySeal(), SignRefusal.PLACEMENT_NOT_FOUND);
        Path none = Files.writeString(folder.resolve("none"), "text");
        notShown(none, CORNER, SignRefusal.NOT_A_PDF);
        VisibleSignature away =
                new VisibleSignature.CopyMark("SAO Y", "X", new Placement.At(PageBox.ofMillimetres(7, 10, 10, 40, 20)));
        notShown(letter, away, SignRefusal.PLACEMENT_OFF_PAGE);
    }

    @Test
    void givesUpAPageThatTakesTooLong() throws Exception {
        AppearancePreview hasty = new AppearancePreview(SigningLimits.DEFAULT, folder, Duration.ofMillis(500));
        Path forms = page(document -> {
            PDResources resources = new PDResources();
            for (int depth = 0; depth < 12; depth++) {
                PDFormXObject form = new PDFormXObject(document);
                form.setBBox(new PDRectangle(100, 100));
                form.setResources(resources);
                String draw = depth == 0 ? "0 0 9 9 re f " : "/F" + (depth - 1) + " Do ";
                write(form.getContentStream(), draw.repeat(10));
                resources.put(COSName.getPDFName("F" + depth), form);
            }
            document.getPage(0).setResources(resources);
            PDStream content = new PDStream(document);
            write(content, "/F11 Do");
            document.getPage(0).setContents(content);
        });
        long start = System.nanoTime();
        notShown(hasty, forms, SignRefusal.DOCUMENT_MALFORMED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void decodesNoImageThatIsLargerThanAPageNeeds() throws Exception {
        Path image = page(document -> {
            COSStream stream = document.getDocument().createCOSStream();
            stream.setItem(COSName.TYPE, COSName.XOBJECT);
            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
            stream.setInt(COSName.WIDTH, 60_000);
            stream.setInt(COSName.HEIGHT, 60_000);
            stream.setInt(COSName.BITS_PER_COMPONENT, 8);
            stream.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            write(new PDStream(stream), "x");
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.XOBJECT, new org.apache.pdfbox.cos.COSDictionary());
            resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).setItem("I", stream);
            document.getPage(0).setResources(resources);
            PDStream content = new PDStream(document);
            write(content, "100 0 0 100 0 0 cm /I Do");
            document.getPage(0).setContents(content);
        });
        notShown(preview, image, SignRefusal.DOCUMENT_MALFORMED);
    }

    @Test
    void drawsNoPageOfAnySize() throws Exception {
        notShown(
                preview,
                page(document -> document.getPage(0).setMediaBox(new PDRectangle(9_000, 400))),
                SignRefusal.DOCUMENT_MALFORMED);
    }

    private interface Making {
        void make(PDDocument document) throws IOException;
    }

    private Path page(Making making) throws IOException {
        Path file = Files.createTempFile(folder, "page", ".pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            making.make(document);
            document.save(file.toFile());
        }
        return file;
    }

    private static void write(PDStream stream, String content) throws IOException {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void notShown(Path file, VisibleSignature signature, SignRefusal reason) {
        assertThat(preview.of(file, signature, TIME))
                .isInstanceOfSatisfying(
                        Preview.NotShown.class,
                        n -> assertThat(n.why().reason()).isEqualTo(reason));
    }

    private static void notShown(AppearancePreview preview, Path file, SignRefusal reason) {
        assertThat(preview.of(file, CORNER, TIME))
                .isInstanceOfSatisfying(
                        Preview.NotShown.class,
                        n -> assertThat(n.why().reason()).isEqualTo(reason));
    }

    private static BufferedImage shown(Preview preview) throws IOException {
        assertThat(preview).isInstanceOf(Preview.Shown.class);
        return ImageIO.read(
                new ByteArrayInputStream(((Preview.Shown) preview).png().toArray()));
    }

    /** Where the ink of the official's signature is. */
    private static Rectangle blue(BufferedImage image) {
        Rectangle found = new Rectangle(0, 0, -1, -1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                if ((rgb & 0xff) - (rgb >> 16 & 0xff) > 90) {
                    found.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return found;
    }

    private static int dark(BufferedImage image, Rectangle area) {
        int dark = 0;
        for (int y = area.y; y < area.getMaxY(); y++) {
            for (int x = area.x; x < area.getMaxX(); x++) {
                dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
