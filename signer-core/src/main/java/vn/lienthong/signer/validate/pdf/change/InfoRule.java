package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** When and by what program a document was last written may change; title and author may not. Source: ISO 32000-2 §14.3.3. */
final class InfoRule implements Rule {
    static final Rule INFO = new InfoRule();

    private static final Set<String> OF_WRITING = Set.of("ModDate", "Producer");

    private InfoRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        boolean isOther = !before.equals(after) && !Values.isNull(before);
        if (isOther || !(after instanceof PdfValue.Ref ref) || !step.isFirst(this, ref)) {
            if (!before.equals(after)) {
                step.refuse(place);
            }
            return;
        }
        PdfValue.Dict then = Values.dict(step.before(before));
        if (!(step.after(ref) instanceof PdfValue.Dict now)) {
            step.refuse(place);
            return;
        }
        for (String key : Values.keys(then, now)) {
            Place at = place.in(ref.number()).at(key);
            boolean mayChange = OF_WRITING.contains(key) && step.permissions().allowsFilling();
            if (!mayChange || !(now.get(key) instanceof PdfValue.Text)) {
                step.judge(Fixed.FIXED, at, then.get(key), now.get(key));
            }
        }
    }
}
