package vn.lienthong.demo.letter;

import static vn.lienthong.demo.letter.Sheet.BOTTOM;
import static vn.lienthong.demo.letter.Sheet.LEFT;
import static vn.lienthong.demo.letter.Sheet.MILLIMETRE;
import static vn.lienthong.demo.letter.Sheet.RIGHT;

import java.io.IOException;
import java.util.List;

/** The end of an official letter: recipients on the left, the signer on the right. Source: Decree 30/2020/NĐ-CP, Annex I, parts II.7 and II.9. */
final class LetterTail {
    /** Room for the signature's image and the seal between title and name. */
    private static final float SIGNATURE_SPACE = 30 * MILLIMETRE;

    private static final float SIGNER_CENTRE = LEFT + (RIGHT - LEFT) * 0.74f;

    private final Faces faces;

    LetterTail(Faces faces) {
        this.faces = faces;
    }

    /** Height of the block, in points. */
    static float height() {
        return 29 + SIGNATURE_SPACE + 17 + 6;
    }

    void draw(Sheet sheet, Letter letter, float top) throws IOException {
        recipients(sheet, letter.recipients(), top);
        Typeset office = faces.bold(14);
        sheet.centred(office, SIGNER_CENTRE, top + 12, letter.authority());
        sheet.centred(office, SIGNER_CENTRE, top + 29, letter.title());
        sheet.centred(office, SIGNER_CENTRE, top + 29 + SIGNATURE_SPACE + 17, letter.fullName());
    }

    private void recipients(Sheet sheet, List<String> recipients, float top) throws IOException {
        sheet.text(faces.boldItalic(12), LEFT, top + 12, "Nơi nhận:");
        float y = top + 26;
        for (int i = 0; i < recipients.size(); i++) {
            String end = i == recipients.size() - 1 ? "." : ";";
            sheet.text(faces.regular(11), LEFT, y, "- " + recipients.get(i) + end);
            y += 13;
        }
    }

    /** The agency's address below a line across the foot of the first page (box 11). */
    void footer(Sheet sheet, List<String> lines) throws IOException {
        Typeset type = faces.regular(11);
        float y = BOTTOM - 13f * lines.size() + 8;
        sheet.line(LEFT, y - 13, RIGHT - LEFT, 0.5f);
        for (String line : lines) {
            sheet.centred(type, (LEFT + RIGHT) / 2, y, line);
            y += 13;
        }
    }
}
