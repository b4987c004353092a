package vn.lienthong.exchange.it;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** A document of one page to which a long stream is attached, written without holding it in memory. */
final class LargePdf {
    private static final int ENTRY = 20;

    private LargePdf() {}

    static Path write(Path file, long octets) throws IOException {
        String[] objects = {
            "<</Type /Catalog /Pages 2 0 R /Attached 4 0 R>>",
            "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>"
        };
        StringBuilder head = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            entry(table, head.length());
            head.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        entry(table, head.length());
        head.append("4 0 obj\n<</Length ").append(octets).append(">>\nstream\n");
        String behind = "\nendstream\nendobj\n";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(ascii(head.toString()));
            byte[] some = new byte[1 << 16];
            new Random(1).nextBytes(some);
            for (long left = octets; left > 0; left -= some.length) {
                out.write(some, 0, (int) Math.min(left, some.length));
            }
            out.write(ascii(behind + table + "trailer\n<</Size 5 /Root 1 0 R>>\nstartxref\n"
                    + (head.length() + octets + behind.length()) + "\n%%EOF\n"));
        }
        return file;
    }

    private static void entry(StringBuilder table, long position) {
        String line = String.format(Locale.ROOT, "%010d 00000 n \n", position);
        assert line.length() == ENTRY;
        table.append(line);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
