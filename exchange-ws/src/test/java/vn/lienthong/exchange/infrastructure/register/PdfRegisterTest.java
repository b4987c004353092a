package vn.lienthong.exchange.infrastructure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.it.Commands;

/** The print of registers as strangers read it: poppler and qpdf. */
class PdfRegisterTest {
    @TempDir
    Path folder;

    @Test
    void hasTheTenColumnsOfTheOutgoingForm() throws IOException {
        write(Direction.OUTGOING, true, RegisterPapers.entries(Direction.OUTGOING, 60));
        String text = text();
        assertThat(text)
                .contains(
                        "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH BẮC KẠN",
                        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
                        "Năm: 2026",
                        "Từ ngày 01/01/2026 đến ngày 31/12/2026",
                        "Từ số 01 đến số 55",
                        "Từ số 01 đến số 05 (QĐ)",
                        "Quyển số: 01")
                .contains(
                        "Người ký", "(10)", "01/SKHCN-VP", "05/QĐ-SKHCN", "Số riêng của loại văn bản: Quyết định (QĐ)")
                .contains("ĐÃ HỦY", "08:15:00 ngày 04/01/2027", "ab".repeat(32), "Bản in này mang chữ ký số");
        String info = Commands.succeed(folder, List.of("pdfinfo", "register.pdf"));
        assertThat(info).contains("841.89 x 595.276 pts (A4)");
        assertThat(Commands.succeed(folder, List.of("pdffonts", "register.pdf"))
                        .lines()
                        .skip(2))
                .isNotEmpty()
                .allMatch(line -> line.matches("[A-Z]{6}\\+LiberationSerif.* yes yes yes .*"));
        assertThat(Commands.run(folder, List.of("qpdf", "--check", "register.pdf"))
                        .status())
                .isZero();
    }

    @Test
    void hasTheTenColumnsOfTheIncomingForm() throws IOException {
        write(Direction.INCOMING, false, RegisterPapers.entries(Direction.INCOMING, 60));
        assertThat(text())
                .contains("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Tác giả", "Ngày đến", "Số đến", "Ký nhận", "(10)")
                .contains("(Sổ chưa đóng)")
                .contains("60/SNV-VP");
    }

    @Test
    void anEmptyRegisterHasItsFirstPage() throws IOException {
        write(Direction.OUTGOING, true, List.<RegisterEntry>of().iterator());
        assertThat(text()).contains("Không có văn bản nào");
    }

    @Test
    void aLongRegisterIsWrittenWhole() throws IOException {
        write(Direction.INCOMING, false, RegisterPapers.entries(Direction.INCOMING, 4_000));
        assertThat(text()).contains("4000/SNV-VP");
    }

    private void write(Direction direction, boolean closed, Iterator<RegisterEntry> entries) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("register.pdf"))) {
            new PdfRegister().write(RegisterPapers.extract(direction, closed), entries, out);
        }
        String keep = System.getProperty("register.pdf.folder");
        if (keep != null) {
            Files.copy(
                    folder.resolve("register.pdf"),
                    Files.createDirectories(Path.of(keep)).resolve(direction.wireName() + "-" + closed + ".pdf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String text() {
        return Commands.succeed(folder, List.of("pdftotext", "-layout", "register.pdf", "-"));
    }
}
