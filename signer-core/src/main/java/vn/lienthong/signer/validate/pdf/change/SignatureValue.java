package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** A new signature covers the revision that brings it, to its end. Source: ISO 32000-2 §12.8.1. */
final class SignatureValue implements Rule {
    static final Rule VALUE = new SignatureValue();

    private SignatureValue() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (after instanceof PdfValue.Ref ref
                && step.isNew(ref)
                && step.after(ref) instanceof PdfValue.Dict signature
                && step.after(signature.get("Contents")) instanceof PdfValue.Text) {
            List<Long> range = new ArrayList<>();
            for (PdfValue item : Structure.items(step.laterDocument(), signature.get("ByteRange"))) {
                range.add(item instanceof PdfValue.Int(long number) ? number : -1L);
            }
            if (range.size() == 4 && step.later().endsAt(range.get(2) + range.get(3))) {
                step.judge(Added.ADDED, place, PdfValue.NULL, after);
                return;
            }
        }
        step.after(after);
        step.note(ChangeKind.SIGNATURE, place, "it does not sign the revision that it is in");
    }

    /** Whether it is a document timestamp. Source: ETSI EN 319 142-1 §5.4.3. */
    static boolean isTimestamp(Step step, PdfValue value) throws IOException, PdfFault {
        return step.after(value) instanceof PdfValue.Dict signature && signature.is("SubFilter", "ETSI.RFC3161");
    }
}
