package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The fields that earlier signatures lock by name. Those that lock all fields, or all but some, are not looked at here: they
 * let in no signature at all.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, table 236; §12.8.2.4, table 259.
 *
 * @param names fully qualified
 */
record LockedNames(Set<String> names) {
    /** Of all lists together, each name with its end: one list may be named by every signature. */
    private static final long LONGEST = 4L << 20;

    static LockedNames of(PdfDocument document, FormFields fields) throws IOException, PdfFault {
        Reading reading = new Reading(document);
        for (FormFields.SignedField signed : fields.signed()) {
            reading.read(signed.field().get("Lock"));
            if (document.resolve(signed.signature().get("Reference")) instanceof PdfValue.Array(var references)) {
                for (PdfValue item : references) {
                    if (document.resolve(item) instanceof PdfValue.Dict reference) {
                        reading.read(reference.get("TransformParams"));
                    }
                }
            }
        }
        return new LockedNames(reading.names);
    }

    /** Whether this field is one of them, or stands below one. */
    boolean cover(String name) {
        if (names.contains(name)) {
            return true;
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (names.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private static final class Reading {
        private final PdfDocument document;
        private final Set<String> names = new HashSet<>();
        private final Set<PdfValue> seen = new HashSet<>();
        private long spelled;

        Reading(PdfDocument document) {
            this.document = document;
        }

        void read(PdfValue lock) throws IOException, PdfFault {
            if (document.resolve(lock) instanceof PdfValue.Dict dict
                    && (!(dict.get("Fields") instanceof PdfValue.Ref ref) || seen.add(ref))
                    && document.resolve(dict.get("Fields")) instanceof PdfValue.Array(var items)) {
                addAll(items);
            }
        }

        private void addAll(List<PdfValue> items) throws IOException, PdfFault {
            for (PdfValue item : items) {
                if (document.resolve(item) instanceof PdfValue.Text(var octets)) {
                    spelled += octets.length() + 1L;
                    if (spelled > LONGEST) {
                        throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "locks whose names have no end");
                    }
                    names.add(FormFields.text(octets));
                }
            }
        }
    }
}
