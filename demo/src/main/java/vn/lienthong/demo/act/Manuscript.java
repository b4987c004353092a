package vn.lienthong.demo.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.lienthong.demo.edxml.Agency;
import vn.lienthong.demo.edxml.OfficialDocument;
import vn.lienthong.demo.letter.LetterPdf;
import vn.lienthong.demo.letter.SampleLetter;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * A document before it is signed.
 *
 * @param placement where the official's signature goes, as the REST API wants it said
 */
public record Manuscript(OfficialDocument document, Bytes pdf, Map<String, Object> placement) {
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    /** How far the seal and the text below it reach under the middle of the signature, in millimetres, and a little more. */
    private static final double ROOM_OF_SEAL = 32.5;

    public Manuscript {
        placement = Map.copyOf(placement);
    }

    /** The sample letter, with the signature above the signer's printed name. */
    public static Manuscript sample(int number, LocalDate date) {
        byte[] pdf = LetterPdf.of(SampleLetter.of(number, date));
        return new Manuscript(
                document(number, date, SampleLetter.SUBJECT, 1, "cong-van-" + number + ".pdf"),
                Bytes.of(pdf),
                Map.of("rule", "above-name", "fullName", SampleLetter.SIGNER));
    }

    /**
     * Somebody's own PDF, with the signature at the foot of its last page.
     *
     * @throws DemoFailure if it is no PDF that can be opened, is encrypted or has no page
     */
    public static Manuscript of(Path file, int number, LocalDate date) {
        byte[] pdf;
        try {
            pdf = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString();
        try (PDDocument opened = Loader.loadPDF(pdf)) {
            if (opened.isEncrypted()) {
                throw encrypted(file);
            }
            int pages = opened.getNumberOfPages();
            if (pages == 0) {
                throw new DemoFailure(file + " không có trang nào", file + " has no page");
            }
            PDRectangle last = opened.getPage(pages - 1).getCropBox();
            double width = last.getWidth() * MILLIMETRES_PER_POINT;
            double height = last.getHeight() * MILLIMETRES_PER_POINT;
            Map<String, Object> foot = Map.of(
                    "rule",
                    "at",
                    "page",
                    pages,
                    "left",
                    width * 0.58,
                    "top",
                    Math.min(height * 0.84, height * 0.95 - ROOM_OF_SEAL),
                    "width",
                    width * 0.28,
                    "height",
                    height * 0.1);
            return new Manuscript(document(number, date, name, pages, name), Bytes.of(pdf), foot);
        } catch (InvalidPasswordException e) {
            throw encrypted(file);
        } catch (IOException e) {
            throw new DemoFailure(file + " không phải tệp PDF đọc được", file + " is no PDF that can be read");
        }
    }

    private static DemoFailure encrypted(Path file) {
        return new DemoFailure(
                file + " được mã hóa; hãy bỏ mật khẩu trước khi ký",
                file + " is encrypted; take the password off before it is signed");
    }

    private static OfficialDocument document(int number, LocalDate date, String subject, int pages, String fileName) {
        return new OfficialDocument(
                Agency.BAC_KAN,
                List.of(Agency.MINISTRY, Agency.CAO_BANG),
                number,
                "UBND-NC",
                "Bắc Kạn",
                date,
                subject,
                "TM. ỦY BAN NHÂN DÂN",
                "CHỦ TỊCH",
                SampleLetter.SIGNER,
                pages,
                fileName);
    }
}
