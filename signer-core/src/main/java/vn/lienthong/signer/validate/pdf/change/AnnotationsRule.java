package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The annotations of a page stay, in their order; behind them there may come the fields of new signatures. Source: ISO
 * 32000-2 §12.5.
 */
final class AnnotationsRule implements Rule {
    static final AnnotationsRule ANNOTATIONS = new AnnotationsRule();

    private AnnotationsRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (after instanceof PdfValue.Ref ref) {
            step.isFirst(this, ref);
        }
        List<PdfValue> then = Structure.items(step.earlierDocument(), before);
        List<PdfValue> now = Structure.items(step.laterDocument(), after);
        if (now.size() < then.size()) {
            step.refuse(place);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            Place at = place.at(i);
            if (i >= then.size()) {
                added(step, at, now.get(i));
            } else if (field(step, then.get(i)).isEmpty()) {
                step.judge(Fixed.FIXED, at, then.get(i), now.get(i));
            } else if (!then.get(i).equals(now.get(i))) {
                step.refuse(at);
            }
        }
    }

    /** Fields are judged along the form. */
    private static Optional<FieldIndex.Field> field(Step step, PdfValue annotation) {
        return annotation instanceof PdfValue.Ref ref
                ? step.structure().fields().get(ref.number())
                : Optional.empty();
    }

    private static void added(Step step, Place place, PdfValue annotation) throws IOException, PdfFault {
        if (annotation instanceof PdfValue.Ref ref
                && step.isNew(ref)
                && step.laterFields()
                        .get(ref.number())
                        .filter(f -> f.isSigned())
                        .isPresent()) {
            return; // judged with the form's new fields
        }
        if (annotation instanceof PdfValue.Ref ref
                && step.isNew(ref)
                && step.permissions().allowsAnnotations()
                && step.after(ref) instanceof PdfValue.Dict) {
            Added.ADDED.judge(step, place, PdfValue.NULL, annotation);
            step.note(ChangeKind.UNCERTAIN, place, "a new annotation");
            return;
        }
        step.after(annotation);
        step.refuse(place);
    }
}
