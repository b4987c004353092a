package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** Form, validation data, extensions and metadata may change by rules of their own; all else stays. Source: ISO 32000-2 §7.7.2. */
final class CatalogRule implements Rule {
    static final Rule CATALOG = new CatalogRule();

    private static final Set<String> VERSIONS = Set.of("1.3", "1.4", "1.5", "1.6", "1.7", "2.0");

    private CatalogRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        if (!(after instanceof PdfValue.Ref ref)
                || !before.equals(after)
                || !(step.before(ref) instanceof PdfValue.Dict then)
                || !(step.after(ref) instanceof PdfValue.Dict now)) {
            step.refuse(place);
            return;
        }
        step.isFirst(this, ref);
        for (String key : Values.keys(then, now)) {
            Rule rule = switch (key) {
                case "Pages" -> PageTreeRule.PAGES;
                case "AcroForm" -> FormRule.FORM;
                case "DSS" -> ValidationDataRule.DSS;
                case "Extensions" -> ExtensionsRule.EXTENSIONS;
                case "Metadata" -> MetadataRule.METADATA;
                case "Version" -> CatalogRule::version;
                default -> Fixed.FIXED;
            };
            step.judge(rule, place.in(ref.number()).at(key), then.get(key), now.get(key));
        }
    }

    /** A later version than the header's; a writer says it when it uses something of it. */
    private static void version(Step step, Place place, PdfValue before, PdfValue after) {
        boolean known = after instanceof PdfValue.Name(String version) && VERSIONS.contains(version);
        if (!known && !before.equals(after)) {
            step.refuse(place);
        }
    }
}
