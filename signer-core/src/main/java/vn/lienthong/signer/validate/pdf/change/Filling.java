package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** A form field is filled in: its value changes, and with it what it shows. Source: ISO 32000-2 §12.7.4.3, §12.7.5. */
final class Filling {
    private Filling() {}

    static void entry(Step step, Place place, FieldIndex.Field then, String key, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        switch (key) {
            case "V", "I" -> value(step, place, before, after);
            case "AS" -> state(step, place, before, after);
            case "AP" -> FieldPicture.entry(step, place, then, before, after);
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
            boolean mayReplace = step.permissions().isCertified() || isEmpty(then);
            step.note(
                    mayReplace ? ChangeKind.FILLED : ChangeKind.UNCERTAIN, place, mayReplace ? "" : "filled in before");
        } else {
            step.refuse(place);
        }
    }

    /** Nothing that a signer could have relied on. Who certifies a form with permission to fill it in relies on none. */
    private static boolean isEmpty(PdfValue value) {
        return switch (value) {
            case PdfValue.Null none -> true;
            case PdfValue.Text(Bytes octets) -> FieldIndex.text(octets).isBlank();
            case PdfValue.Name(String name) -> name.equals("Off") || name.isEmpty();
            case PdfValue.Array(var items) -> items.isEmpty();
            default -> false;
        };
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

    /** Whoever looks at the field sees its value. */
    static void check(Step step, Place place, FieldIndex.Field then, FieldIndex.Field now)
            throws IOException, PdfFault {
        PdfValue picture = Values.dict(step.after(now.dict().get("AP"))).get("N");
        PdfValue before = Values.dict(step.before(then.dict().get("AP"))).get("N");
        boolean isDrawnAnew = !picture.equals(before) || picture instanceof PdfValue.Ref ref && step.isChanged(ref);
        boolean isFilled = !step.before(then.value()).equals(step.after(now.value()));
        boolean isSwitched = !then.dict().get("AS").equals(now.dict().get("AS"));
        if ((isDrawnAnew || isFilled || isSwitched) && !FieldPicture.fits(step, now)) {
            step.note(ChangeKind.UNCERTAIN, place, "it does not show its value");
        }
    }
}
