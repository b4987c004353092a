package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** An existing field or widget: an empty signature field may be signed, another one filled in; a signed one stays. */
final class FieldRule implements Rule {
    static final Rule FIELD = new FieldRule();

    private FieldRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref) || !step.isFirst(this, ref)) {
            return;
        }
        Place at = place.in(ref.number());
        FieldIndex.Field then = step.structure().fields().get(ref.number()).orElseThrow();
        if (!(step.after(ref) instanceof PdfValue.Dict now)
                || step.laterFields().get(ref.number()).isEmpty()) {
            step.note(ChangeKind.FIELD, at, "removed");
            return;
        }
        FieldChange change = FieldChange.of(step, then, now);
        for (String key : Values.keys(then.dict(), now)) {
            PdfValue old = then.dict().get(key);
            PdfValue value = now.get(key);
            switch (key) {
                case "Kids" -> kids(step, at.at(key), old, value);
                case "P", "Parent" -> {
                    if (!old.equals(value)) {
                        step.refuse(at.at(key));
                    }
                }
                default -> change.entry(step, at.at(key), then, key, old, value);
            }
        }
        if (change == FieldChange.FILLING) {
            Filling.check(step, at, then, step.laterFields().get(ref.number()).orElseThrow());
        }
    }

    /** The same objects, each of them judged by itself. */
    private static void kids(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (after instanceof PdfValue.Ref ref) {
            step.isFirst(FIELD, ref);
        }
        List<PdfValue> then = Structure.items(step.earlierDocument(), before);
        List<PdfValue> now = Structure.items(step.laterDocument(), after);
        if (then.size() != now.size()) {
            step.refuse(place);
            return;
        }
        for (int i = 0; i < then.size(); i++) {
            if (!(then.get(i) instanceof PdfValue.Ref)) {
                step.judge(Fixed.FIXED, place.at(i), then.get(i), now.get(i));
            } else if (!then.get(i).equals(now.get(i))) {
                step.refuse(place.at(i));
            }
        }
    }
}
