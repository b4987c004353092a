package vn.lienthong.demo.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter as Poppler sees it. */
class LetterPdfIT {
    @TempDir
    private Path folder;

    @Test
    void embedsEveryFontAsASubsetWithUnicode() throws Exception {
        assertThat(run("pdffonts", letter()).lines().skip(2))
                .hasSize(4)
                .allMatch(line -> line.matches("[A-Z]{6}\\+LiberationSerif.* yes yes yes .*"));
    }

    @Test
    void givesItsTextToOtherReaders() throws Exception {
        assertThat(run("pdftotext", letter(), "-"))
                .contains("Thực hiện Quyết định số 28/2018/QĐ-TTg ngày 12 tháng 7 năm 2018 của Thủ")
                .contains("Kính gửi:");
    }

    private String letter() throws IOException {
        Path file = folder.resolve("letter.pdf");
        Files.write(file, LetterPdf.of(SampleLetter.of(7, LocalDate.of(2026, 11, 23))));
        return file.toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
