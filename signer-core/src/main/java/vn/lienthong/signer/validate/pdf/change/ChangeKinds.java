package vn.lienthong.signer.validate.pdf.change;

import java.util.Set;

/** Tells by the place what sort of thing was changed there. */
final class ChangeKinds {
    private static final Set<String> ACTIONS =
            Set.of("OpenAction", "AA", "A", "JavaScript", "JS", "Launch", "URI", "PA", "Next");
    private static final Set<String> METADATA = Set.of("Metadata", "Info");

    private ChangeKinds() {}

    static ChangeKind of(Place place) {
        if (place.passes(ACTIONS)) {
            return ChangeKind.ACTION;
        }
        if (place.passes(Set.of("AcroForm"))) {
            return ChangeKind.FIELD;
        }
        if (place.passes(Set.of("Annots"))) {
            return ChangeKind.ANNOTATION;
        }
        if (place.passes(Set.of("Pages"))) {
            return ChangeKind.PAGE;
        }
        return place.passes(METADATA) ? ChangeKind.METADATA : ChangeKind.CATALOG;
    }
}
