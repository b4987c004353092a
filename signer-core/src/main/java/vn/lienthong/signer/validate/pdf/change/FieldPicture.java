package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * What a filled field shows: a text field just its value, a button one of the pictures that it had. Source: ISO 32000-2
 * §12.5.5, §12.7.5.2, §12.7.5.3.
 */
final class FieldPicture implements Rule {
    static final Rule NORMAL = new FieldPicture();

    private static final Set<String> OF_OCTETS = Set.of("Length", "Filter", "DecodeParms");

    private FieldPicture() {}

    /** The entry AP of a field that may be filled in. */
    static void entry(Step step, Place place, FieldIndex.Field field, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        boolean mayDiffer = !field.type().equals("Btn") && step.after(after) instanceof PdfValue.Dict;
        if (!mayDiffer || after instanceof PdfValue.Ref ref && !step.isNew(ref) && !before.equals(after)) {
            step.judge(Fixed.FIXED, place, before, after);
            return;
        }
        PdfValue.Dict then = Values.dict(step.before(before));
        PdfValue.Dict now = Values.dict(step.after(after));
        for (String key : Values.keys(then, now)) {
            Rule rule = key.equals("N") ? NORMAL : Fixed.FIXED;
            step.judge(rule, place.at(key), then.get(key), now.get(key));
        }
    }

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref)) {
            Fixed.FIXED.judge(step, place, before, after);
        } else if (step.isNew(ref)) {
            Added.ADDED.judge(step, place, PdfValue.NULL, after);
        } else if (before.equals(after)
                && step.isChanged(ref)
                && step.before(ref) instanceof PdfValue.Stream then
                && step.after(ref) instanceof PdfValue.Stream now) {
            for (String key : Values.keys(then.dict(), now.dict())) {
                Place at = place.in(ref.number()).at(key);
                if (key.equals("Resources")) {
                    FormResourcesRule.RESOURCES.judge(
                            step, at, then.dict().get(key), now.dict().get(key));
                } else if (OF_OCTETS.contains(key)) {
                    step.after(now.dict().get(key));
                } else {
                    step.judge(Fixed.FIXED, at, then.dict().get(key), now.dict().get(key));
                }
            }
        } else {
            Fixed.FIXED.judge(step, place, before, after);
        }
    }

    /** Whether what the widget shows now is its value, as far as that can be told. */
    static boolean fits(Step step, FieldIndex.Field now) throws IOException, PdfFault {
        PdfValue value = step.after(now.value());
        PdfValue.Dict pictures = Values.dict(step.after(now.dict().get("AP")));
        PdfValue picture = step.after(pictures.get("N"));
        if (now.type().equals("Btn")) {
            return Values.isNull(picture) || fitsState(now.dict().get("AS"), value, Values.dict(picture));
        }
        if (Values.isNull(picture)) {
            return true; // readers draw the value themselves
        }
        String text = value instanceof PdfValue.Text(Bytes octets) ? FieldIndex.text(octets) : "";
        boolean isText = value instanceof PdfValue.Text || Values.isNull(value);
        return isText
                && picture instanceof PdfValue.Stream stream
                && ShownText.of(step.laterDocument(), stream)
                        .filter(text.replaceAll("\\s", "")::equals)
                        .isPresent();
    }

    /** A button that has a picture of its value shows it; another one is off. */
    private static boolean fitsState(PdfValue state, PdfValue value, PdfValue.Dict pictures) {
        boolean isOn = value instanceof PdfValue.Name(String name)
                && !name.equals("Off")
                && pictures.entries().containsKey(name);
        return isOn ? state.equals(value) : Values.isNull(state) || state.equals(new PdfValue.Name("Off"));
    }
}
