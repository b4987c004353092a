package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** A form field is filled in: its value changes, and with it what it shows. Source: ISO 32000-2 §12.7.4.3, §12.7.5. */
final class Filling {
    private Filling() {}

    static void entry(Step step, Place place, String key, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        switch (key) {
            case "V", "I" -> value(step, place, before, after);
            case "AS" -> state(step, place, before, after);
            case "AP" -> appearance(step, place, before, after);
            default -> step.judge(Fixed.FIXED, place, before, after);
        }
    }

    /** A text, a choice or a list of them; never something that could be drawn or run. */
    private static void value(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        PdfValue then = step.before(before);
        PdfValue now = step.after(after);
        if (then.equals(now)) {
            step.judge(Fixed.FIXED, place, before, after);
        } else if (isPlain(now)
                || now instanceof PdfValue.Array(var items) && items.stream().allMatch(Filling::isPlain)) {
            step.note(ChangeKind.FILLED, place);
        } else {
            step.refuse(place);
        }
    }

    private static boolean isPlain(PdfValue value) {
        return switch (value) {
            case PdfValue.Text text -> true;
            case PdfValue.Name name -> true;
            case PdfValue.Null none -> true;
            case PdfValue.Int number -> true;
            default -> false;
        };
    }

    /** A button shows another one of the pictures that it had. */
    private static void state(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!before.equals(after)) {
            if (after instanceof PdfValue.Name) {
                step.note(ChangeKind.FILLED, place);
            } else {
                step.refuse(place);
            }
        }
    }

    /** A new picture may show anything. */
    private static void appearance(Step step, Place place, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        if (before.equals(after)) {
            step.judge(Fixed.FIXED, place, before, after);
            return;
        }
        step.judge(Added.ADDED, place, PdfValue.NULL, after);
        step.note(ChangeKind.UNCERTAIN, place, "a new picture of a field");
    }
}
