package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * What a permitted addition is made of: new objects, and old ones as they were. Nothing of it comes from outside of the file,
 * runs, or is shown at times only.
 */
final class Added implements Rule {
    static final Rule ADDED = new Added();

    /** External streams, reference XObjects, proxies, optional content. Source: ISO 32000-2 Tables 5, 93. */
    private static final Set<String> NEVER_IN_STREAMS =
            Set.of("F", "FFilter", "FDecodeParms", "Ref", "OPI", "OC", "PS");

    private Added() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref)) {
            value(step, place, after);
        } else if (step.structure().isBackReference(place, ref)) {
            return;
        } else if (!step.isNew(ref)) {
            step.judge(Fixed.FIXED, place, ref, ref);
        } else if (step.isFirst(this, ref)) {
            value(step, place.in(ref.number()), step.after(ref));
        }
    }

    private void value(Step step, Place place, PdfValue value) throws IOException, PdfFault {
        switch (value) {
            case PdfValue.Dict dict -> entries(step, place, dict);
            case PdfValue.Stream(PdfValue.Dict dict, long start) -> {
                if (dict.entries().keySet().stream().anyMatch(NEVER_IN_STREAMS::contains) || dict.is("Subtype", "PS")) {
                    step.refuse(place);
                }
                entries(step, place, dict);
            }
            case PdfValue.Array(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    step.judge(this, place.at(i), PdfValue.NULL, items.get(i));
                }
            }
            default -> {
                // numbers, texts and names do nothing by themselves
            }
        }
    }

    private void entries(Step step, Place place, PdfValue.Dict dict) throws PdfFault {
        for (var entry : dict.entries().entrySet()) {
            if (entry.getKey().equals("JS") || entry.getKey().equals("AA")) {
                step.note(ChangeKind.ACTION, place.at(entry.getKey()));
            }
            step.judge(this, place.at(entry.getKey()), PdfValue.NULL, entry.getValue());
        }
    }
}
