package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** The same pages in the same order, each of them as it was but for its annotations. Source: ISO 32000-2 §7.7.3. */
final class PageTreeRule implements Rule {
    static final Rule PAGES = new PageTreeRule();

    private PageTreeRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref)
                || !before.equals(after)
                || !(step.before(ref) instanceof PdfValue.Dict then)
                || !(step.after(ref) instanceof PdfValue.Dict now)) {
            // a page that is no object of its own can have no new annotation
            Fixed.FIXED.judge(step, place, before, after);
            return;
        }
        if (!step.isFirst(this, ref)) {
            return;
        }
        for (String key : Values.keys(then, now)) {
            Place at = place.in(ref.number()).at(key);
            switch (key) {
                case "Kids" -> kids(step, at, then.get(key), now.get(key));
                case "Annots" -> AnnotationsRule.ANNOTATIONS.judge(step, at, then.get(key), now.get(key));
                case "Tabs" -> tabs(step, at, then.get(key), now.get(key));
                default -> step.judge(Fixed.FIXED, at, then.get(key), now.get(key));
            }
        }
    }

    private void kids(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(step.before(before) instanceof PdfValue.Array(List<PdfValue> then))
                || !(step.after(after) instanceof PdfValue.Array(List<PdfValue> now))
                || then.size() != now.size()) {
            step.refuse(place);
            return;
        }
        for (int i = now.size() - 1; i >= 0; i--) {
            step.judge(this, place.at(i), then.get(i), now.get(i));
        }
    }

    /** The order in which the tabulator goes through fields shows nothing. */
    private static void tabs(Step step, Place place, PdfValue before, PdfValue after) {
        if (!before.equals(after) && !(after instanceof PdfValue.Name(String order) && order.length() == 1)) {
            step.refuse(place);
        }
    }
}
