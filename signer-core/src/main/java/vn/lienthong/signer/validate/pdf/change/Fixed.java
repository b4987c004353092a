package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** Nothing may change, however deep: the rule for everything that no other rule is about. */
final class Fixed implements Rule {
    static final Rule FIXED = new Fixed();

    private Fixed() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref)) {
            same(step, place, before, after);
        } else if (!before.equals(after)) {
            step.refuse(place);
        } else if (!step.structure().isBackReference(place, ref) && step.isFirst(this, ref)) {
            PdfValue now = step.after(ref);
            same(step, place.in(ref.number()), step.isChanged(ref) ? step.before(ref) : now, now);
        }
    }

    private void same(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        switch (after) {
            case PdfValue.Dict now when before instanceof PdfValue.Dict then -> entries(step, place, then, now);
            case PdfValue.Array(var now)
            when before instanceof PdfValue.Array(var then) -> items(step, place, then, now);
            case PdfValue.Stream now
            when before instanceof PdfValue.Stream then -> {
                if (now.start() != then.start() && !step.sameOctets(then, now)) {
                    step.refuse(place);
                }
                entries(step, place, lengthless(then), lengthless(now));
            }
            default -> {
                if (!Values.same(before, after)) {
                    step.refuse(place);
                }
            }
        }
    }

    /** The length is compared with the octets, and may stand in an object of its own. */
    private static PdfValue.Dict lengthless(PdfValue.Stream stream) {
        return stream.dict().with("Length", PdfValue.NULL);
    }

    private void entries(Step step, Place place, PdfValue.Dict before, PdfValue.Dict after)
            throws IOException, PdfFault {
        step.take(after.entries().size());
        for (String key : Values.keys(before, after)) {
            child(step, place.at(key), before.get(key), after.get(key));
        }
    }

    private void items(Step step, Place place, List<PdfValue> before, List<PdfValue> after)
            throws IOException, PdfFault {
        if (before.size() != after.size()) {
            step.refuse(place);
            return;
        }
        step.take(after.size());
        boolean isDestination = after.size() > 1 && after.get(1) instanceof PdfValue.Name;
        for (int i = 0; i < after.size(); i++) {
            Place at = isDestination && i == 0 ? place.target(i) : place.at(i);
            child(step, at, before.get(i), after.get(i));
        }
    }

    private void child(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        switch (after) {
            case PdfValue.Ref ref -> step.judge(this, place, before, after);
            case PdfValue.Dict dict -> step.judge(this, place, before, after);
            case PdfValue.Array array -> step.judge(this, place, before, after);
            default -> same(step, place, before, after);
        }
    }
}
