package vn.lienthong.signer.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;

/** Updates that are wrong in their octets: readers repair them, each in its own way, or see them in different ways. */
final class RawAttacks {
    private static final String RED = "1 0 0 rg 0 0 500 700 re f";

    private RawAttacks() {}

    static Map<String, UnaryOperator<byte[]>> all() {
        Map<String, UnaryOperator<byte[]>> all = new LinkedHashMap<>();
        for (String tail : List.of("\n", " ", "\n%comment\n", "\0")) {
            all.put(
                    "white " + HexFormat.of().formatHex(tail.getBytes(StandardCharsets.US_ASCII)),
                    pdf -> new RawUpdate(pdf).raw(tail).octets());
        }
        for (String tail : List.of("x", "%%EOF", "%%EOF\n", "1 0 obj\n<<>>\nendobj\n")) {
            all.put(
                    "garbage " + tail.strip(),
                    pdf -> new RawUpdate(pdf).raw(tail).octets());
        }
        put(
                all,
                "content-without-section",
                u -> u.unnamed(content(u), 0, RawUpdate.stream("", RED)).octets());
        put(
                all,
                "content-and-eof-only",
                u -> u.unnamed(content(u), 0, RawUpdate.stream("", RED))
                        .raw("%%EOF\n")
                        .octets());
        put(
                all,
                "trailer-without-startxref",
                u -> u.object(content(u), RawUpdate.stream("", RED))
                        .raw(u.section() + "trailer\n<</Root " + u.catalog + " 0 R>>\n")
                        .octets());
        put(
                all,
                "startxref-to-the-signed-section",
                u -> u.object(content(u), RawUpdate.stream("", RED)).finish(u.previous, u.previous));
        put(
                all,
                "startxref-to-nothing",
                u -> u.object(content(u), RawUpdate.stream("", RED)).finish(u.previous, 3));
        put(all, "startxref-off-by-one", u -> {
            u.object(content(u), RawUpdate.stream("", RED));
            return u.finish(u.previous, u.position() - 1);
        });
        put(all, "prev-missing", u -> {
            u.object(content(u), RawUpdate.stream("", RED));
            String text = new String(u.finish(), StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf("/Prev");
            return (text.substring(0, at) + "/Frev" + text.substring(at + 5)).getBytes(StandardCharsets.ISO_8859_1);
        });
        put(all, "prev-to-nothing", u -> {
            u.object(content(u), RawUpdate.stream("", RED));
            return u.finish(9, u.position());
        });
        put(all, "prev-to-itself", u -> {
            u.object(content(u), RawUpdate.stream("", RED));
            return u.finish(u.position(), u.position());
        });
        put(
                all,
                "content-shadowed",
                u -> u.object(content(u), RawUpdate.stream("", RED)).finish());
        put(all, "content-freed", u -> u.free(content(u)).finish());
        put(all, "content-of-another-page", u -> {
            String text = new String(u.base, StandardCharsets.ISO_8859_1);
            int at = text.indexOf("\n" + content(u) + " 0 obj");
            return u.entry(page(u), Math.max(at, 8) + 1L, 0).finish();
        });
        put(all, "entry-into-older-octets", u -> {
            String text = new String(u.base, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(" 0 obj") - 1;
            return u.entry(content(u), at, 0).finish();
        });
        put(
                all,
                "content-in-another-generation",
                u -> u.object(content(u), 1, RawUpdate.stream("", RED)).finish());
        put(all, "content-in-a-cross-reference-stream", u -> {
            long at = u.position();
            int content = content(u);
            u.unnamed(content, 0, RawUpdate.stream("", RED));
            return u.finishStream(Map.of(content, new long[] {1, at, 0}));
        });
        put(all, "page-in-an-object-stream", u -> {
            int holder = u.next();
            int page = page(u);
            long at = u.position();
            String held = "<</Type /Page /Parent " + pages(u) + " 0 R /MediaBox [0 0 9 9]>>";
            String head = page + " 0 ";
            u.unnamed(holder, 0, RawUpdate.stream("/Type /ObjStm /N 1 /First " + head.length(), head + held));
            return u.finishStream(Map.of(holder, new long[] {1, at, 0}, page, new long[] {2, holder, 0}));
        });
        put(all, "object-stream-with-one-more", u -> {
            int holder = u.next();
            int fresh = u.next();
            long at = u.position();
            String head = fresh + " 0 " + page(u) + " 5 ";
            u.unnamed(
                    holder,
                    0,
                    RawUpdate.stream("/Type /ObjStm /N 2 /First " + head.length(), head + "null <</Type /Page>>"));
            return u.finishStream(Map.of(holder, new long[] {1, at, 0}, fresh, new long[] {2, holder, 0}));
        });
        put(all, "catalog-exchanged", u -> {
            int fresh = u.next();
            u.object(fresh, "<</Type /Catalog /Pages " + pages(u) + " 0 R>>");
            String text = new String(u.finish(), StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf("/Root " + u.catalog + " ");
            return (text.substring(0, at) + "/Root " + fresh + " "
                            + text.substring(at + ("/Root " + u.catalog + " ").length()))
                    .getBytes(StandardCharsets.ISO_8859_1);
        });
        put(all, "hidden-in-a-long-stream", u -> {
            int fresh = u.next();
            return u.object(
                            fresh,
                            RawUpdate.stream(
                                    "", "x\nendstream\nendobj\n" + content(u) + " 0 obj\n" + RawUpdate.stream("", RED)))
                    .finish();
        });
        put(
                all,
                "length-too-short",
                u -> u.object(u.next(), "<</Length 3>>\nstream\nabc\n" + content(u) + " 0 obj <<>> endobj\nendstream")
                        .finish());
        put(
                all,
                "object-beside-the-section",
                u -> u.unnamed(content(u), 0, RawUpdate.stream("", RED))
                        .object(u.next(), "null")
                        .finish());
        put(all, "object-twice", u -> {
            int fresh = u.next();
            return u.unnamed(fresh, 0, RawUpdate.stream("", RED))
                    .object(fresh, "null")
                    .finish();
        });
        put(all, "key-twice", u -> u.object(u.next(), "<</A 1 /A 2>>").finish());
        put(
                all,
                "key-twice-by-an-escape",
                u -> u.object(u.next(), "<</AA 1 /A#41 2>>").finish());
        put(all, "short-lines", u -> {
            u.object(content(u), RawUpdate.stream("", RED));
            long at = u.position();
            return u.raw(u.section().replace("\r\n", "\n") + "trailer\n<</Size 999 /Root " + u.catalog + " 0 R /Prev "
                            + u.previous + ">>\nstartxref\n" + at + "\n%%EOF\n")
                    .octets();
        });
        put(all, "section-names-an-object-twice", u -> {
            int fresh = u.next();
            u.object(fresh, "null");
            long at = u.position();
            String section = u.section();
            return u.raw(section + section.substring(5) + "trailer\n<</Size 999 /Root " + u.catalog + " 0 R /Prev "
                            + u.previous + ">>\nstartxref\n" + at + "\n%%EOF\n")
                    .octets();
        });
        put(all, "comment-with-startxref", u -> {
            u.raw("%startxref 0\n");
            return u.object(u.next(), "null").finish();
        });
        put(all, "second-eof-in-a-comment", u -> {
            u.raw("%%EOF\n");
            return u.object(u.next(), "null").finish();
        });
        put(
                all,
                "encrypted",
                u -> u.trailer("/Encrypt <</Filter /Standard /V 1 /R 2 /P -4>>")
                        .object(u.next(), "null")
                        .finish());
        put(all, "size-too-small", u -> {
            u.object(u.next(), "null");
            String text = new String(u.finish(), StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf("/Size ");
            return (text.substring(0, at) + "/Size 3 " + text.substring(text.indexOf("/Root", at)))
                    .getBytes(StandardCharsets.ISO_8859_1);
        });
        put(
                all,
                "nested-too-deep",
                u -> u.object(u.next(), "[".repeat(5000) + "]".repeat(5000)).finish());
        all.put("a-hundred-and-one-updates", pdf -> {
            byte[] updated = pdf;
            for (int i = 0; i < 101; i++) {
                updated = new RawUpdate(updated).finish();
            }
            return updated;
        });
        put(all, "object-stream-that-explodes", u -> {
            int holder = u.next();
            int fresh = u.next();
            long at = u.position();
            String head = fresh + " 0 ";
            String packed = deflate(head + " ".repeat(40 << 20) + "null");
            u.unnamed(
                    holder,
                    0,
                    RawUpdate.stream("/Type /ObjStm /N 1 /Filter /FlateDecode /First " + head.length(), packed));
            return u.finishStream(Map.of(holder, new long[] {1, at, 0}, fresh, new long[] {2, holder, 0}));
        });
        put(all, "unreached-object", u -> u.object(u.next(), "<</Type /Page>>").finish());
        put(all, "hybrid-that-contradicts-itself", RawAttacks::hybrid);
        put(
                all,
                "metadata-that-is-drawn",
                u -> u.object(u.next(), RawUpdate.stream("/Type /Metadata /Subtype /XML", "<a/>"))
                        .finish());
        return all;
    }

    private static String deflate(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hybrid(RawUpdate update) {
        int content = content(update);
        int stream = update.next();
        int fresh = update.next();
        long first = update.position();
        update.object(fresh, RawUpdate.stream("", "0 g"));
        long second = update.position();
        update.unnamed(content, 0, RawUpdate.stream("", RED));
        long at = update.position();
        StringBuilder row = new StringBuilder();
        row.append((char) 1);
        for (int shift = 24; shift >= 0; shift -= 8) {
            row.append((char) (second >> shift & 0xff));
        }
        row.append("\0\0");
        update.unnamed(
                stream,
                0,
                RawUpdate.stream("/Type /XRef /W [1 4 2] /Size 999 /Index [" + content + " 1]", row.toString()));
        if (first < 0) {
            throw new IllegalStateException();
        }
        return update.trailer("/XRefStm " + at).finish();
    }

    private static void put(Map<String, UnaryOperator<byte[]>> all, String name, Function<RawUpdate, byte[]> attack) {
        all.put(name, pdf -> attack.apply(new RawUpdate(pdf)));
    }

    private static int content(RawUpdate update) {
        return RawUpdate.number(
                update.base, d -> List.of(d.getPage(0).getCOSObject().getCOSStream(COSName.CONTENTS)));
    }

    private static int page(RawUpdate update) {
        return RawUpdate.number(update.base, d -> List.of(d.getPage(0).getCOSObject()));
    }

    private static int pages(RawUpdate update) {
        return RawUpdate.number(update.base, d -> List.of(d.getPages().getCOSObject()));
    }
}
