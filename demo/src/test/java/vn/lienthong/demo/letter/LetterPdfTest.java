package vn.lienthong.demo.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterPdfTest {
    private static final Letter SAMPLE = SampleLetter.of(1234, LocalDate.of(2026, 2, 3));

    @Test
    void isOnePageOfA4() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.of(SAMPLE))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            PDRectangle page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(595.28f, org.assertj.core.data.Offset.offset(0.01f));
            assertThat(page.getHeight()).isCloseTo(841.89f, org.assertj.core.data.Offset.offset(0.01f));
        }
    }

    @Test
    void saysWhatItIsAndSpeaksVietnamese() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.of(SAMPLE))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Công văn số 1234/UBND-NC V/v kết nối");
        }
    }

    @Test
    void givesItsTextAsNfcVietnamese() throws IOException {
        String text = text(SAMPLE);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Số: 1234/UBND-NC")
                .contains("Bắc Kạn, ngày 03 tháng 02 năm 2026")
                .contains("- Ủy ban nhân dân tỉnh Cao Bằng.")
                .contains("phối hợp của")
                .contains("Quý cơ quan./.")
                .contains("TM. ỦY BAN NHÂN DÂN")
                .contains("Nguyễn Văn An")
                .contains("không có giá trị pháp lý");
    }

    @Test
    void keepsTheSignerOnAPageWithText() throws IOException {
        Letter longer = withBodyTimes(4);
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.of(longer))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pdf.getNumberOfPages());
            assertThat(last.getText(pdf))
                    .startsWith(Integer.toString(pdf.getNumberOfPages()))
                    .contains("Quý cơ quan./.")
                    .contains("Nguyễn Văn An");
        }
    }

    private static Letter withBodyTimes(int times) {
        Letter s = SAMPLE;
        return new Letter(
                s.agencyLines(),
                s.number(),
                s.notation(),
                s.place(),
                s.date(),
                s.subject(),
                s.addressees(),
                Collections.nCopies(times, s.body()).stream()
                        .flatMap(b -> b.stream())
                        .toList(),
                s.recipients(),
                s.authority(),
                s.title(),
                s.fullName(),
                s.footer());
    }

    private static String text(Letter letter) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(LetterPdf.of(letter))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
