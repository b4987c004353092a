package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** The pictures of new signatures. Source: ISO 32000-2 §12.5.5. */
final class Appearance {
    private Appearance() {}

    /** One picture, for a reader that shows the page; none that comes with the mouse. */
    static void ofSignature(Step step, Place place, PdfValue appearance) throws IOException, PdfFault {
        if (Values.isNull(step.after(appearance))) {
            return;
        }
        boolean isNew = !(appearance instanceof PdfValue.Ref ref) || step.isNew(ref);
        if (isNew
                && step.after(appearance) instanceof PdfValue.Dict dict
                && Set.of("N").containsAll(dict.entries().keySet())
                && step.after(dict.get("N")) instanceof PdfValue.Stream) {
            step.judge(Added.ADDED, place, PdfValue.NULL, appearance);
        } else {
            step.refuse(place);
        }
    }
}
