package vn.lienthong.demo.letter;

import static vn.lienthong.demo.letter.Sheet.LEFT;
import static vn.lienthong.demo.letter.Sheet.RIGHT;
import static vn.lienthong.demo.letter.Sheet.TOP;

import java.io.IOException;

/** The head of an official letter: boxes 1 to 5b, in two columns. Source: Decree 30/2020/NĐ-CP, Annex I, parts II.1 to II.5. */
final class LetterHead {
    private static final String NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    /** The left column takes two fifths of the width: the national name has to fit in the right one. */
    private static final float LEFT_COLUMN = (RIGHT - LEFT) * 0.41f;

    private static final float LEFT_CENTRE = LEFT + LEFT_COLUMN / 2;

    private final Faces faces;

    LetterHead(Faces faces) {
        this.faces = faces;
    }

    /** Where the head ends, in points from the page's top edge. */
    float draw(Sheet sheet, Letter letter) throws IOException {
        return Math.max(left(sheet, letter), right(sheet, letter));
    }

    private float left(Sheet sheet, Letter letter) throws IOException {
        Typeset agency = faces.bold(13);
        float y = TOP + 11;
        float widest = 0;
        for (String line : letter.agencyLines()) {
            sheet.centred(agency, LEFT_CENTRE, y, line);
            widest = Math.max(widest, agency.width(line));
            y += 16;
        }
        // The line under the agency's name is a third to a half as long as the name.
        sheet.line(LEFT_CENTRE - widest * 0.21f, y - 10, widest * 0.42f, 0.7f);
        y += 12;
        sheet.centred(faces.regular(13), LEFT_CENTRE, y, "Số: " + letter.numberAndNotation());
        y += 20;
        Typeset subject = faces.regular(12);
        for (String line : Paragraph.balanced("V/v " + letter.subject(), subject, LEFT_COLUMN)) {
            sheet.centred(subject, LEFT_CENTRE, y, line);
            y += 14.5f;
        }
        return y;
    }

    private float right(Sheet sheet, Letter letter) throws IOException {
        Typeset name = faces.bold(12.5f);
        Typeset motto = faces.bold(13.5f);
        float centre = RIGHT - name.width(NATIONAL_NAME) / 2;
        float y = TOP + 11;
        sheet.centred(name, centre, y, NATIONAL_NAME);
        y += 16;
        sheet.centred(motto, centre, y, MOTTO);
        // The line under the motto is as long as the motto.
        float length = motto.width(MOTTO);
        sheet.line(centre - length / 2, y + 6, length, 0.7f);
        y += 28;
        sheet.centred(faces.italic(13.5f), centre, y, letter.placeAndDate());
        return y + 16;
    }
}
