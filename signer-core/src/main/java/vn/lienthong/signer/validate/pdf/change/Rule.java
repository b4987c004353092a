package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** What may become of a value at one sort of place. Rules hold no state: the same object is the same rule. */
interface Rule {

    /**
     * Everything that is not permitted is noted in the step, and what is below is waiting there to be judged.
     *
     * @param before as it stands in the earlier revision, a reference unresolved; null for none
     * @param after the same in the later one
     */
    void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault;
}
