package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.seal.PageBox;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.testpki.Stranger;

/** Poppler shows a signed letter whose pages are turned as it shows the same letter whose pages are not. */
class RotatedPageIT {
    /** A grey value that much apart is another one, not the smoothing of an edge. */
    private static final int APART = 96;

    @TempDir
    Path folder;

    private SigningFixture fixture;
    private Path letter;

    @BeforeEach
    void setUp() throws IOException {
        fixture = new SigningFixture(folder);
        letter = folder.resolve("letter.pdf");
        OfficialLetter.write(letter);
    }

    @ParameterizedTest
    @CsvSource({"90,0", "180,0", "270,0", "90,20", "180,20", "270,20", "0,20"})
    void signatureSealAndMarkAreWhereTheyAreOnAPageThatIsNotTurned(int rotation, float shift) throws Exception {
        Path turned = folder.resolve("turned.pdf");
        RotatedLetter.write(letter, turned, rotation, shift);
        Path upright = signed(letter, "upright");
        Path signed = signed(turned, "signed");
        int pages = pages(upright);
        for (int page = 1; page <= pages; page++) {
            assertThat(different(picture(upright, page), picture(signed, page)))
                    .as("page " + page)
                    .isLessThan(0.001);
        }
        assertThat(different(picture(letter, pages), picture(upright, pages)))
                .as("there is something to see")
                .isGreaterThan(0.005);
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", signed.toString()).said())
                .contains("Signature is Valid")
                .doesNotContain("Signature is Invalid");
    }

    @Test
    void aPlaceThatWasSaidIsWhereTheReaderSeesIt() throws Exception {
        Path turned = folder.resolve("turned.pdf");
        RotatedLetter.write(letter, turned, 270, 0);
        VisibleSignature corner = new VisibleSignature.CopyMark(
                "SAO LỤC", "ỦY BAN", new Placement.At(PageBox.ofMillimetres(1, 120, 250, 70, 20)));
        Path one = made(letter, "one", corner);
        Path two = made(turned, "two", corner);
        assertThat(different(picture(one, 1), picture(two, 1))).isLessThan(0.001);
    }

    /** Signed by the official, sealed by the agency and marked as a copy. */
    private Path signed(Path document, String name) {
        Path official = made(document, name + "-1", SigningFixture.officialSignature());
        Path sealed = made(official, name + "-2", SigningFixture.agencySeal());
        return made(
                sealed,
                name + "-3",
                new VisibleSignature.CopyMark("SAO Y", SigningFixture.AGENCY, new Placement.TopRightOfFirstPage()));
    }

    private Path made(Path document, String name, VisibleSignature appearance) {
        // the time of the signature is part of what is seen: all are signed at once
        assertThat(fixture.sign(document, name + ".pdf", fixture.official, appearance))
                .isInstanceOf(Signed.class);
        return folder.resolve(name + ".pdf");
    }

    private static int pages(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages();
        }
    }

    private BufferedImage picture(Path file, int page) throws IOException {
        String root = file + "-" + page;
        Stranger rendered = Stranger.run(
                folder,
                "pdftoppm",
                "-png",
                "-gray",
                "-r",
                "60",
                "-cropbox",
                "-singlefile",
                "-f",
                "" + page,
                "-l",
                "" + page,
                file.toString(),
                root);
        assertThat(rendered.exitStatus()).as(rendered.said()).isZero();
        return ImageIO.read(Path.of(root + ".png").toFile());
    }

    private static double different(BufferedImage one, BufferedImage two) {
        assertThat(Math.abs(one.getWidth() - two.getWidth())).isLessThanOrEqualTo(1);
        assertThat(Math.abs(one.getHeight() - two.getHeight())).isLessThanOrEqualTo(1);
        int width = Math.min(one.getWidth(), two.getWidth());
        int height = Math.min(one.getHeight(), two.getHeight());
        long apart = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int difference = (one.getRGB(x, y) & 0xff) - (two.getRGB(x, y) & 0xff);
                apart += Math.abs(difference) > APART ? 1 : 0;
            }
        }
        return (double) apart / ((long) width * height);
    }
}
