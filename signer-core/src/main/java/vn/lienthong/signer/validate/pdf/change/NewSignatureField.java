package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * A field that is new in a revision is one that signs this very revision, and does nothing else.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, §12.5.6.19; ETSI EN 319 142-1 §5.4.
 */
final class NewSignatureField implements Rule {
    static final Rule FIELD = new NewSignatureField();

    private static final Set<String> KEYS = Set.of(
            "Type",
            "Subtype",
            "FT",
            "T",
            "TU",
            "TM",
            "V",
            "F",
            "Ff",
            "Rect",
            "P",
            "AP",
            "AS",
            "M",
            "NM",
            "DA",
            "DR",
            "Q",
            "MK",
            "BS",
            "Border",
            "H",
            "Lock",
            "SV",
            "StructParent",
            "Contents",
            "Kids",
            "Lang");

    /** A fifth of an A4 page. */
    private static final float LARGEST = 100_000;

    private NewSignatureField() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref)
                || !step.isNew(ref)
                || !(step.after(ref) instanceof PdfValue.Dict field)
                || !field.is("FT", "Sig")
                || !KEYS.containsAll(field.entries().keySet())) {
            step.after(after);
            step.note(ChangeKind.FIELD, place, "a new field that is none of a signature alone");
            return;
        }
        Place at = place.in(ref.number());
        boolean isTimestamp = SignatureValue.isTimestamp(step, field.get("V"));
        String name = step.laterFields().get(ref.number()).map(f -> f.name()).orElse("");
        if (isTimestamp ? isShown(step, field) : !isPermitted(step, name)) {
            step.note(ChangeKind.SIGNATURE, at, "no signature was permitted here");
        }
        if (!isTimestamp && (step.permissions().isCertified() && isShown(step, field) || isHuge(step, field))) {
            step.note(ChangeKind.UNCERTAIN, at, "its picture may lie over what was signed before");
        }
        SignatureValue.VALUE.judge(step, at.at("V"), PdfValue.NULL, field.get("V"));
        parts(step, at, field);
        step.note(isTimestamp ? ChangeKind.TIMESTAMPED : ChangeKind.SIGNED, at, name);
    }

    private static boolean isPermitted(Step step, String name) {
        return step.permissions().allowsFilling() && !step.permissions().isLocked(name);
    }

    private static void parts(Step step, Place at, PdfValue.Dict field) throws IOException, PdfFault {
        for (var entry : field.entries().entrySet()) {
            Place part = at.at(entry.getKey());
            switch (entry.getKey()) {
                case "V" -> {}
                case "AP" -> Appearance.ofSignature(step, part, entry.getValue());
                case "Kids" -> kids(step, part, entry.getValue());
                default -> step.judge(Added.ADDED, part, PdfValue.NULL, entry.getValue());
            }
        }
    }

    /** Widgets of the field, none of which is a field of its own. */
    private static void kids(Step step, Place place, PdfValue kids) throws IOException, PdfFault {
        if (!(step.after(kids) instanceof PdfValue.Array(var items))) {
            step.refuse(place);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            Place at = place.at(i);
            if (items.get(i) instanceof PdfValue.Ref ref
                    && step.isNew(ref)
                    && step.after(ref) instanceof PdfValue.Dict widget
                    && Values.isNull(widget.get("T"))
                    && Values.isNull(widget.get("V"))
                    && Values.isNull(widget.get("Kids"))
                    && widget.entries().keySet().stream().allMatch(k -> KEYS.contains(k) || k.equals("Parent"))) {
                parts(step, at, widget.with("Parent", PdfValue.NULL));
            } else {
                step.refuse(at);
            }
        }
    }

    /** Whether it takes up room on a page. */
    private static boolean isShown(Step step, PdfValue.Dict widget) throws IOException, PdfFault {
        return area(step, widget) != 0;
    }

    /** Larger than any signature or seal; those of Decree 30/2020 stay below a tenth of it. */
    private static boolean isHuge(Step step, PdfValue.Dict widget) throws IOException, PdfFault {
        return !(area(step, widget) <= LARGEST);
    }

    /** In points squared; not a number if it cannot be told. */
    private static float area(Step step, PdfValue.Dict widget) throws IOException, PdfFault {
        PdfValue rectangle = step.after(widget.get("Rect"));
        if (Values.isNull(rectangle)) {
            return 0;
        }
        if (!(rectangle instanceof PdfValue.Array(var sides)) || sides.size() != 4) {
            return Float.NaN;
        }
        float[] side = new float[4];
        for (int i = 0; i < 4; i++) {
            side[i] = Values.number(step.after(sides.get(i)));
        }
        return Math.abs((side[2] - side[0]) * (side[3] - side[1]));
    }
}
