package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.lienthong.signer.seal.SealFont;

/** A công văn of one page, laid out like Decree 30/2020/NĐ-CP, Annex I, says. */
final class OfficialLetter {
    static final String SIGNER = "Nguyễn Văn Bình";
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float RIGHT = 420;

    private OfficialLetter() {}

    static Path write(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont regular = font(document, SealFont.REGULAR);
            PDFont bold = font(document, SealFont.BOLD);
            PDFont italic = font(document, SealFont.ITALIC);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                centred(out, bold, 12, 180, 70, "ỦY BAN NHÂN DÂN");
                centred(out, bold, 12, 180, 85, "TỈNH BẮC KẠN");
                centred(out, bold, 12, RIGHT, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                centred(out, bold, 13, RIGHT, 86, "Độc lập - Tự do - Hạnh phúc");
                centred(out, regular, 13, 180, 112, "Số: 123/UBND-VP");
                centred(out, italic, 13, RIGHT, 112, "Bắc Kạn, ngày 23 tháng 11 năm 2026");
                centred(out, regular, 14, WIDTH / 2, 170, "Kính gửi: Các sở, ban, ngành thuộc tỉnh");
                String[] body = {
                    "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
                    "về công tác văn thư, Ủy ban nhân dân tỉnh đề nghị các cơ quan gửi, nhận văn bản",
                    "điện tử qua Trục liên thông văn bản quốc gia kể từ ngày ký văn bản này./.",
                };
                for (int i = 0; i < body.length; i++) {
                    line(out, regular, 13, 85, 210 + 20 * i, body[i]);
                }
                line(out, bold, 12, 85, 310, "Nơi nhận:");
                line(out, regular, 11, 85, 325, "- Như trên;");
                line(out, regular, 11, 85, 339, "- Lưu: VT, VP.");
                centred(out, bold, 13, RIGHT, 310, "TM. ỦY BAN NHÂN DÂN");
                centred(out, bold, 13, RIGHT, 326, "CHỦ TỊCH");
                centred(out, bold, 13, RIGHT, 430, SIGNER);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static PDFont font(PDDocument document, SealFont font) throws IOException {
        try (InputStream in = font.open()) {
            return PDType0Font.load(document, in, true);
        }
    }

    private static void centred(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        line(out, font, size, x - font.getStringWidth(text) / 1000 * size / 2, y, text);
    }

    private static void line(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, HEIGHT - y);
        out.showText(text);
        out.endText();
    }
}
