package vn.lienthong.demo.letter;

import static vn.lienthong.demo.letter.Sheet.BOTTOM;
import static vn.lienthong.demo.letter.Sheet.LEFT;
import static vn.lienthong.demo.letter.Sheet.MILLIMETRE;
import static vn.lienthong.demo.letter.Sheet.RIGHT;
import static vn.lienthong.demo.letter.Sheet.TOP;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Sets a letter as PDF: A4, Times-like faces embedded as subsets, text that can be searched and copied as NFC Vietnamese.
 *
 * <p>Source: Decree 30/2020/NĐ-CP, Annex I.
 */
public final class LetterPdf {
    private static final float SIZE = 13.5f;
    private static final float LEADING = 17;
    private static final float PARAGRAPH_SPACE = 6;
    private static final float INDENT = 10 * MILLIMETRE;
    private static final float FOOTER_SPACE = 34;

    private final Letter letter;
    private final PDDocument document;
    private final Faces faces;
    private Sheet sheet;
    private float y;
    private float limit = BOTTOM - FOOTER_SPACE;

    private LetterPdf(Letter letter, PDDocument document) throws IOException {
        this.letter = letter;
        this.document = document;
        this.faces = new Faces(document);
        this.sheet = new Sheet(document);
    }

    /** The octets of the letter's PDF. */
    public static byte[] of(Letter letter) {
        try (PDDocument document = new PDDocument()) {
            LetterMetadata.describe(document, letter);
            new LetterPdf(letter, document).compose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compose() throws IOException {
        LetterTail tail = new LetterTail(faces);
        tail.footer(sheet, letter.footer());
        y = new LetterHead(faces).draw(sheet, letter) + 14;
        addressees();
        List<String> body = letter.body();
        for (String text : body.subList(0, body.size() - 1)) {
            paragraph(lines(text));
        }
        // The signature never stands on a page without a line of the text that it is under.
        List<List<String>> closing = lines(body.getLast() + "./.");
        room(closing.size() * LEADING + PARAGRAPH_SPACE - 6 + LetterTail.height());
        paragraph(closing);
        tail.draw(sheet, letter, y - 6);
        sheet.close();
    }

    /** One addressee stands beside the words; several stand below them, a line each (box 9a). */
    private void addressees() throws IOException {
        Typeset type = faces.regular(SIZE);
        float x = LEFT + (RIGHT - LEFT) * 0.2f;
        sheet.text(type, x, y, "Kính gửi:");
        float names = x + type.width("Kính gửi: ") + 4;
        int count = letter.addressees().size();
        for (int i = 0; i < count; i++) {
            String name = letter.addressees().get(i);
            if (count > 1) {
                y += LEADING;
                sheet.text(type, names, y, "- " + name + (i == count - 1 ? "." : ";"));
            } else {
                sheet.text(type, names, y, name + ".");
            }
        }
        y += LEADING + 8;
    }

    private List<List<String>> lines(String text) {
        return Paragraph.lines(text, faces.regular(SIZE), RIGHT - LEFT, INDENT);
    }

    private void paragraph(List<List<String>> lines) throws IOException {
        Typeset type = faces.regular(SIZE);
        for (int i = 0; i < lines.size(); i++) {
            room(0);
            float x = i == 0 ? LEFT + INDENT : LEFT;
            if (i == lines.size() - 1) {
                sheet.text(type, x, y, String.join(" ", lines.get(i)));
            } else {
                sheet.justified(type, x, y, RIGHT - x, lines.get(i));
            }
            y += LEADING;
        }
        y += PARAGRAPH_SPACE;
    }

    /** There is that much room on the page; else a new one begins, numbered in the middle of its top margin. */
    private void room(float height) throws IOException {
        if (y + height <= limit) {
            return;
        }
        sheet.close();
        sheet = new Sheet(document);
        sheet.centred(faces.regular(13), (LEFT + RIGHT) / 2, TOP - 12, Integer.toString(document.getNumberOfPages()));
        y = TOP + 12;
        limit = BOTTOM;
    }
}
