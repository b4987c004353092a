package vn.lienthong.signer.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.seal.sample.SampleSeal;
import vn.lienthong.signer.seal.sample.SampleSignature;

/** Decree 30/2020/NĐ-CP, Annex I: what goes where. */
class AppearanceLayoutTest {
    private static final Instant TIME = Instant.parse("2026-11-22T18:05:09Z");
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final AppearanceLayout LAYOUT = new AppearanceLayout(new ImageLimits(1 << 20, 1_000_000));

    private PDDocument document;

    @BeforeEach
    void setUp() throws IOException {
        document = new PDDocument();
        document.addPage(new PDPage(PDRectangle.A4));
        document.addPage(new PDPage(PDRectangle.A4));
        try (InputStream in = SealFont.BOLD.open()) {
            PDFont font = PDType0Font.load(document, in, false);
            write(0, font, 300, 700, "Nguyễn Văn An");
            write(0, font, 300, 200, "CHỦ TỊCH");
            write(0, font, 300, 300, "Nguyễn Văn An");
            write(0, font, 60, 300, "- Lưu: VT.");
            write(0, font, 300, 500, "Nguyễn Văn Anh");
        }
    }

    @AfterEach
    void tearDown() throws IOException {
        document.close();
    }

    @Test
    void putsTheSignatureBetweenTitleAndName() throws IOException {
        PageBox box =
                laidOut(official(new Placement.AboveName("nguyễn  văn AN"))).box();
        assertThat(box.page()).isEqualTo(1);
        // The last of the three: 700, not the one of another man called Anh.
        assertThat(box.bottom()).isBetween(500.0, 700.0);
        assertThat(box.width().points() / box.height().points()).isBetween(2.2, 2.3);
        assertThat(box.left().points()).isLessThan(345).isGreaterThan(250);
    }

    @Test
    void doesNotTakeAPartOfALongerNameForTheName() throws IOException {
        faulty(official(new Placement.AboveName("Văn A")), AppearanceFault.PLACEMENT_NOT_FOUND);
        faulty(official(new Placement.AboveName("Trần Văn An")), AppearanceFault.PLACEMENT_NOT_FOUND);
    }

    @Test
    void findsTheNameByItsTitleAmongOthers() throws IOException {
        PageBox box = laidOut(official(titled("chủ  TỊCH"))).box();
        assertThat(box.page()).isEqualTo(1);
        // Not the last of the name, which stands under no title.
        assertThat(box.top()).isGreaterThanOrEqualTo(Length.ofPoints(195));
        assertThat(box.bottom()).isLessThan(300);

        print(1, 100, 400, "Nguyễn Văn An");
        assertThat(laidOut(official(titled("CHỦ TỊCH"))).box()).isEqualTo(box);
        assertThat(laidOut(official(new Placement.AboveName("Nguyễn Văn An")))
                        .box()
                        .page())
                .isEqualTo(2);
    }

    @Test
    void takesTheWholeLineNextAboveForTheTitle() throws IOException {
        print(1, 300, 100, "KT. BỘ TRƯỞNG");
        print(1, 300, 120, "THỨ TRƯỞNG");
        print(1, 300, 220, "Nguyễn Văn An");
        assertThat(laidOut(official(titled("THỨ TRƯỞNG"))).box().page()).isEqualTo(2);
        for (String other : List.of("BỘ TRƯỞNG", "KT. BỘ TRƯỞNG", "TRƯỞNG", "GIÁM ĐỐC")) {
            faulty(official(titled(other)), AppearanceFault.PLACEMENT_NOT_FOUND);
        }
    }

    @Test
    void tellsTwoSignersOfOnePageApart() throws IOException {
        print(1, 60, 100, "TRƯỞNG PHÒNG");
        print(1, 60, 200, "Lê Thị Bốn");
        print(1, 300, 100, "GIÁM ĐỐC");
        print(1, 300, 200, "Trần Văn Năm");
        assertThat(laidOut(official(new Placement.AboveName("Lê Thị Bốn", Optional.of("Trưởng phòng"))))
                        .box()
                        .right())
                .isLessThan(250);
        assertThat(laidOut(official(new Placement.AboveName("Trần Văn Năm", Optional.of("Giám đốc"))))
                        .box()
                        .left()
                        .points())
                .isGreaterThan(250);
        faulty(
                official(new Placement.AboveName("Trần Văn Năm", Optional.of("Trưởng phòng"))),
                AppearanceFault.PLACEMENT_NOT_FOUND);
    }

    @Test
    void takesNoneOfSeveralPlacesUnderTheTitle() throws IOException {
        print(1, 300, 100, "CHỦ TỊCH");
        print(1, 300, 200, "Nguyễn Văn An");
        faulty(official(titled("CHỦ TỊCH")), AppearanceFault.PLACEMENT_NOT_FOUND);
    }

    @Test
    void takesNoNameFarBelowTheTitle() throws IOException {
        print(1, 300, 100, "GIÁM ĐỐC");
        print(1, 300, 400, "Nguyễn Văn An");
        faulty(official(titled("GIÁM ĐỐC")), AppearanceFault.PLACEMENT_NOT_FOUND);
    }

    @Test
    void keepsTheProportionsOfAnImageInTheBoxThatWasSaid() throws IOException {
        Appearance appearance = laidOut(official(new Placement.At(PageBox.ofMillimetres(2, 20, 30, 40, 40))));
        Appearance.Picture picture = appearance.picture().orElseThrow();
        assertThat(picture.width() / picture.height()).isBetween(2.24, 2.26);
        assertThat(picture.top()).isGreaterThan(0);
        assertThat(appearance.box().left().millimetres()).isBetween(19.99, 20.01);
    }

    @Test
    void showsTheSigningTimeInVietnam() throws IOException {
        Appearance appearance = laidOut(new VisibleSignature.CopyMark(
                "SAO Y", "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", new Placement.TopRightOfFirstPage()));
        assertThat(appearance.picture()).isEmpty();
        assertThat(appearance.lines().getFirst().text()).isEqualTo("SAO Y");
        assertThat(appearance.lines().getLast().text()).isEqualTo("23/11/2026 01:05:09\u00a0+07:00");
        assertThat(appearance.lines()).allMatch(l -> l.size() == 10);
        assertThat(appearance.box().right()).isLessThan(PDRectangle.A4.getWidth());
    }

    @Test
    void refusesAPlaceOutsideThePage() throws IOException {
        faulty(
                official(new Placement.At(PageBox.ofMillimetres(1, 200, 10, 40, 20))),
                AppearanceFault.PLACEMENT_OFF_PAGE);
        faulty(
                official(new Placement.At(PageBox.ofMillimetres(3, 10, 10, 40, 20))),
                AppearanceFault.PLACEMENT_OFF_PAGE);
    }

    @Test
    void measuresATurnedPageAsItIsSeen() throws IOException {
        Placement beyondTheWidthOfA4 = new Placement.At(PageBox.ofMillimetres(1, 240, 10, 40, 20));
        faulty(official(beyondTheWidthOfA4), AppearanceFault.PLACEMENT_OFF_PAGE);
        document.getPage(0).setRotation(90);
        laidOut(official(beyondTheWidthOfA4));
        faulty(
                official(new Placement.At(PageBox.ofMillimetres(1, 10, 240, 40, 20))),
                AppearanceFault.PLACEMENT_OFF_PAGE);
    }

    @Test
    void refusesASealWithNoSignatureToCover() throws IOException {
        faulty(seal("UBND", new Placement.OverOfficialSignature()), AppearanceFault.PLACEMENT_NOT_FOUND);
    }

    @Test
    void refusesTextThatTheFontCannotShowOrThatDoesNotFit() throws IOException {
        Placement place = new Placement.At(PageBox.ofMillimetres(1, 20, 20, 40, 50));
        assertThat(LAYOUT.layOut(seal("ỦY BAN", place), document, TIME)).isInstanceOf(AppearanceOutcome.LaidOut.class);
        faulty(seal("漢字 😀", place), AppearanceFault.TEXT_NOT_SHOWABLE);
        faulty(seal("A".repeat(300), place), AppearanceFault.TEXT_NOT_SHOWABLE);
        faulty(seal("ỦY BAN ".repeat(60), place), AppearanceFault.TEXT_NOT_SHOWABLE);
    }

    @Test
    void refusesAnImageThatIsNone() throws IOException {
        faulty(image(new byte[] {1, 2, 3}), AppearanceFault.IMAGE_MALFORMED);
        byte[] png = SampleSignature.png().toArray();
        faulty(image(Arrays.copyOf(png, 60)), AppearanceFault.IMAGE_MALFORMED);
    }

    @Test
    void refusesAnImageOfMorePixelsThanAllowedBeforeItIsDecoded() throws IOException {
        byte[] bomb = SampleSignature.png().toArray();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        faulty(image(bomb), AppearanceFault.IMAGE_TOO_LARGE);
        faulty(image(new byte[(1 << 20) + 1]), AppearanceFault.IMAGE_TOO_LARGE);
    }

    private static Placement titled(String title) {
        return new Placement.AboveName("Nguyễn Văn An", Optional.of(title));
    }

    private void print(int page, float left, float top, String text) throws IOException {
        try (InputStream in = SealFont.BOLD.open()) {
            write(page, PDType0Font.load(document, in, false), left, top, text);
        }
    }

    private static VisibleSignature official(Placement placement) {
        return new VisibleSignature.OfficialSignature(SampleSignature.png(), placement);
    }

    private static VisibleSignature image(byte[] octets) {
        return new VisibleSignature.OfficialSignature(
                Bytes.of(octets), new Placement.At(PageBox.ofMillimetres(1, 10, 10, 40, 20)));
    }

    private static VisibleSignature seal(String agency, Placement placement) {
        return new VisibleSignature.AgencySeal(
                SampleSeal.png("ỦY BAN NHÂN DÂN", "BẮC KẠN", "TỈNH"), Length.ofMillimetres(36), agency, placement);
    }

    private Appearance laidOut(VisibleSignature signature) throws IOException {
        return ((AppearanceOutcome.LaidOut) LAYOUT.layOut(signature, document, TIME)).appearance();
    }

    private void faulty(VisibleSignature signature, AppearanceFault fault) throws IOException {
        assertThat(LAYOUT.layOut(signature, document, TIME))
                .isInstanceOfSatisfying(
                        AppearanceOutcome.Faulty.class,
                        f -> assertThat(f.fault()).isEqualTo(fault));
    }

    private void write(int page, PDFont font, float left, float top, String text) throws IOException {
        try (PDPageContentStream out = new PDPageContentStream(
                document, document.getPage(page), PDPageContentStream.AppendMode.APPEND, false)) {
            out.beginText();
            out.setFont(font, 13);
            out.newLineAtOffset(left, HEIGHT - top);
            out.showText(text);
            out.endText();
        }
    }
}
