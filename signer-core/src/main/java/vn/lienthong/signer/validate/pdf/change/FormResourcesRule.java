package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** The resources of a form may become more, for new fields; those that are there stay. Source: ISO 32000-2 §12.7.3. */
final class FormResourcesRule implements Rule {
    static final Rule RESOURCES = new FormResourcesRule();
    private static final Rule CATEGORY = FormResourcesRule::category;

    private FormResourcesRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        each(step, place, before, after, CATEGORY);
    }

    private static void category(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        each(step, place, before, after, Fixed.FIXED);
    }

    private static void each(Step step, Place place, PdfValue before, PdfValue after, Rule rule)
            throws IOException, PdfFault {
        if (Values.isNull(step.before(before))) {
            step.judge(Added.ADDED, place, PdfValue.NULL, after);
            return;
        }
        if (!(step.before(before) instanceof PdfValue.Dict then)
                || !(step.after(after) instanceof PdfValue.Dict now)
                || after instanceof PdfValue.Ref ref && step.isChanged(ref) && !before.equals(after)) {
            step.judge(Fixed.FIXED, place, before, after);
            return;
        }
        for (String key : Values.keys(then, now)) {
            boolean isNew = Values.isNull(then.get(key));
            step.judge(isNew ? Added.ADDED : rule, place.at(key), then.get(key), now.get(key));
        }
    }
}
