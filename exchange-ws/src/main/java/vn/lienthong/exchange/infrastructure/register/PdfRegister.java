package vn.lienthong.exchange.infrastructure.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.register.DocumentTypes;
import vn.lienthong.exchange.domain.register.Extract;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.RegisterWriter;
import vn.lienthong.exchange.infrastructure.register.Cover.Span;

/**
 * A register as PDF, by the decree's forms: a first page, then a table on A4 broadside. Pages that are done lie deflated in
 * memory, those of a very long register in a temporary file.
 */
public final class PdfRegister implements RegisterWriter {
    /** In octets; twenty thousand entries need a quarter of it. */
    private static final long IN_MEMORY = 32L << 20;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "HH:mm:ss 'ngày' dd/MM/uuuu", Locale.ROOT)
            .withZone(VietnamTime.ZONE);

    @Override
    public void write(Extract extract, Iterator<RegisterEntry> entries, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
            describe(document, extract);
            Faces faces = Faces.of(document);
            Map<String, Span> spans = new TreeMap<>();
            try (Sheet first = new Sheet(document)) {
                table(document, faces, extract, entries, spans);
                new Cover(faces).draw(first, extract, spans);
            }
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    private static void table(
            PDDocument document, Faces faces, Extract extract, Iterator<RegisterEntry> entries, Map<String, Span> spans)
            throws IOException {
        String title = title(extract) + " – " + extract.agency();
        try (Table table = new Table(document, faces, Column.of(extract.book().direction()), title)) {
            String series = Place.COMMON;
            while (entries.hasNext()) {
                RegisterEntry entry = entries.next();
                if (!entry.place().series().equals(series)) {
                    series = entry.place().series();
                    table.heading("Số riêng của loại văn bản: "
                            + DocumentTypes.name(series).map(name -> name + " ").orElse("") + "(" + series + ")");
                }
                table.row(entry);
                spans.merge(
                        series,
                        new Span(entry.place(), entry.place()),
                        (before, now) -> new Span(before.first(), now.last()));
            }
            if (extract.closing() != null && extract.closedAt() != null) {
                table.closing(lastWords(extract.closing(), extract.closedAt()));
            }
        }
    }

    private static List<String> lastWords(Extract.LastWords closing, Instant closedAt) {
        return List.of(
                "Sổ này có " + closing.entries() + " số đăng ký, kể cả số đã hủy. Sổ được đóng lúc "
                        + MOMENT.format(closedAt) + " (giờ Việt Nam); từ lúc đó không ghi thêm, không sửa.",
                "SHA-256 của toàn bộ sổ ở dạng XML, đã ghi vào nhật ký được niêm phong: "
                        + closing.xml().hex(),
                closing.sealed()
                        ? "Bản in này mang chữ ký số của cơ quan."
                        : "Bản in này không mang chữ ký số của cơ quan.");
    }

    private static String title(Extract extract) {
        return Cover.title(extract.book().direction()) + " năm "
                + extract.book().year();
    }

    private static void describe(PDDocument document, Extract extract) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title(extract));
        information.setAuthor(extract.agency());
        document.getDocumentCatalog().setLanguage("vi-VN");
    }
}
