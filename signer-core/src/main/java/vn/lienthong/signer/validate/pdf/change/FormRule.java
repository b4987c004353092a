package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** A form keeps its fields; new ones are those of new signatures. Source: ISO 32000-2 §12.7.3, Table 224. */
final class FormRule implements Rule {
    static final Rule FORM = new FormRule();

    private static final int KNOWN_FLAGS = 3;

    private FormRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (after instanceof PdfValue.Ref ref && !step.isFirst(this, ref)) {
            return;
        }
        PdfValue formBefore = step.before(before);
        PdfValue formAfter = step.after(after);
        if (!(formAfter instanceof PdfValue.Dict now)
                || !(formBefore instanceof PdfValue.Dict) && !Values.isNull(formBefore)) {
            if (!Values.isNull(formBefore) || !Values.isNull(formAfter)) {
                step.refuse(place);
            }
            return;
        }
        PdfValue.Dict then = Values.dict(formBefore);
        Place form = after instanceof PdfValue.Ref ref ? place.in(ref.number()) : place;
        for (String key : Values.keys(then, now)) {
            Place at = form.at(key);
            switch (key) {
                case "Fields" -> fields(step, at, then.get(key), now.get(key));
                case "SigFlags" -> flags(step, at, then.get(key), now.get(key));
                case "NeedAppearances" -> needAppearances(step, at, then.get(key), now.get(key));
                case "DR" -> FormResourcesRule.RESOURCES.judge(step, at, then.get(key), now.get(key));
                case "DA" -> appearance(step, at, then.get(key), now.get(key));
                default -> step.judge(Fixed.FIXED, at, then.get(key), now.get(key));
            }
        }
        existing(step, form.at("Fields"));
    }

    private static void fields(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (after instanceof PdfValue.Ref ref) {
            step.isFirst(FORM, ref);
        }
        List<PdfValue> then = Structure.items(step.earlierDocument(), before);
        List<PdfValue> now = Structure.items(step.laterDocument(), after);
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
            Place at = place.at(i);
            if (i >= now.size()) {
                step.refuse(at);
            } else if (i >= then.size()) {
                NewSignatureField.FIELD.judge(step, at, PdfValue.NULL, now.get(i));
            } else if (!(then.get(i) instanceof PdfValue.Ref)) {
                step.judge(Fixed.FIXED, at, then.get(i), now.get(i));
            } else if (!then.get(i).equals(now.get(i))) {
                step.refuse(at);
            }
        }
    }

    /** All that there were, wherever they are in the tree. */
    private static void existing(Step step, Place place) throws PdfFault {
        for (FieldIndex.Field field : step.structure().fields().all()) {
            step.judge(FieldRule.FIELD, place.at(field.name()), field.ref(), field.ref());
        }
    }

    /** "There are signatures" and "append only" may be said, never taken back. */
    private static void flags(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        long then = step.before(before) instanceof PdfValue.Int(long flags) ? flags : 0;
        long now = step.after(after) instanceof PdfValue.Int(long flags) ? flags : 0;
        if (now != then && (now & ~KNOWN_FLAGS) != 0 || (then & ~now) != 0) {
            step.refuse(place);
        }
    }

    /** Where it becomes true, readers draw the fields anew, and may show what nobody saw who signed. */
    private static void needAppearances(Step step, Place place, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        PdfValue now = step.after(after);
        boolean no = Values.isNull(now) || now.equals(new PdfValue.Bool(false));
        if (!no && !now.equals(step.before(before))) {
            if (step.permissions().allowsFilling() && now.equals(new PdfValue.Bool(true))) {
                step.note(ChangeKind.UNCERTAIN, place);
            } else {
                step.refuse(place);
            }
        }
    }

    /** The default appearance of fields that have none; new signature fields bring it. */
    private static void appearance(Step step, Place place, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        PdfValue then = step.before(before);
        PdfValue now = step.after(after);
        if (!then.equals(now) && !(Values.isNull(then) && now instanceof PdfValue.Text)) {
            step.refuse(place);
        }
    }
}
