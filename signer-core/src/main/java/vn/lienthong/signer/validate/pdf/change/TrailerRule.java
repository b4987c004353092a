package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** The trailer names the same catalog, and nothing new. Source: ISO 32000-2 §7.5.5, §14.3.3, §14.4. */
final class TrailerRule implements Rule {
    static final Rule TRAILER = new TrailerRule();

    /** What tells where objects are. */
    private static final Set<String> OF_SECTION =
            Set.of("Size", "Prev", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms");

    private TrailerRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        PdfValue.Dict then = Values.dict(before);
        PdfValue.Dict now = Values.dict(after);
        for (String key : now.entries().keySet()) {
            Place at = place.at(key);
            switch (key) {
                case "Root" -> CatalogRule.CATALOG.judge(step, at, then.get(key), now.get(key));
                case "Info" -> step.judge(InfoRule.INFO, at, then.get(key), now.get(key));
                case "ID" -> identifier(step, at, then.get(key), now.get(key));
                default -> {
                    if (!OF_SECTION.contains(key)) {
                        step.judge(Fixed.FIXED, at, then.get(key), now.get(key));
                    }
                }
            }
        }
    }

    /** The first part stays for ever; the second one changes with each revision. */
    private static void identifier(Step step, Place place, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        boolean known = step.before(before) instanceof PdfValue.Array(var then)
                && step.after(after) instanceof PdfValue.Array(var now)
                && then.size() == 2
                && now.size() == 2
                && now.stream().allMatch(PdfValue.Text.class::isInstance)
                && then.get(0).equals(now.get(0));
        if (!known && !Values.isNull(step.before(before))) {
            step.refuse(place);
        }
    }
}
