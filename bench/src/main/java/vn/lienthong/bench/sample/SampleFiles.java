package vn.lienthong.bench.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A scanned letter as PDF, and records as XML: the same octets each time that a size is asked for. */
public final class SampleFiles {
    private static final int OCTETS_A_PIXEL = 3;
    /** Below this the image does not matter to the size of the file. */
    private static final int FRAME = 1_500;

    private SampleFiles() {}

    /** A page of text and a picture that does not compress, in about so many octets. */
    public static Path pdf(Path file, int size) throws IOException {
        int side = (int) Math.sqrt(Math.max(1, size - FRAME) / (double) OCTETS_A_PIXEL);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 13);
                content.newLineAtOffset(80, 780);
                content.showText("UY BAN NHAN DAN TINH BAC KAN - So: 1/UBND-NC");
                content.endText();
                content.drawImage(LosslessFactory.createFromImage(document, noise(side)), 80, 80, 440, 640);
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** Elements of text without a signature, in about so many octets. */
    public static Path xml(Path file, int size) throws IOException {
        StringBuilder xml = new StringBuilder(size + 200);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<congVan xmlns=\"urn:lienthong:bench\">\n");
        for (int i = 1; xml.length() < size; i++) {
            xml.append("  <muc so=\"")
                    .append(i)
                    .append("\"><tieuDe>Muc thu ")
                    .append(i)
                    .append("</tieuDe><noiDung>Uy ban nhan dan tinh de nghi cac don vi thuc hien</noiDung></muc>\n");
        }
        return Files.write(file, xml.append("</congVan>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedImage noise(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }
}
