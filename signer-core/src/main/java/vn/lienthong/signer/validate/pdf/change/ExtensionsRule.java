package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** Which extensions of the standard a writer used: names and numbers alone. Source: ISO 32000-2 §7.12. */
final class ExtensionsRule implements Rule {
    static final Rule EXTENSIONS = new ExtensionsRule();
    private static final Rule DEVELOPER = ExtensionsRule::developer;

    private static final Set<String> KEYS = Set.of("Type", "BaseVersion", "ExtensionLevel", "ExtensionRevision", "URL");

    private ExtensionsRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(step.after(after) instanceof PdfValue.Dict now)) {
            step.judge(Fixed.FIXED, place, before, after);
            return;
        }
        for (var entry : now.entries().entrySet()) {
            if (!entry.getKey().equals("Type")) {
                step.judge(DEVELOPER, place.at(entry.getKey()), PdfValue.NULL, entry.getValue());
            }
        }
    }

    private static void developer(Step step, Place place, PdfValue before, PdfValue after)
            throws IOException, PdfFault {
        switch (step.after(after)) {
            case PdfValue.Array(var items)
            when place.before() != null && place.key().equals(place.step()) -> {
                for (int i = 0; i < items.size(); i++) {
                    step.judge(DEVELOPER, place.at(i), PdfValue.NULL, items.get(i));
                }
            }
            case PdfValue.Dict extension -> {
                for (var entry : extension.entries().entrySet()) {
                    PdfValue value = step.after(entry.getValue());
                    boolean isSimple = value instanceof PdfValue.Name
                            || value instanceof PdfValue.Int
                            || value instanceof PdfValue.Text;
                    if (!KEYS.contains(entry.getKey()) || !isSimple) {
                        step.refuse(place.at(entry.getKey()));
                    }
                }
            }
            default -> step.refuse(place);
        }
    }
}
