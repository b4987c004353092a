package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * Which fields are locked once a certain field is signed, as the document's maker laid down. The lock takes hold by the
 * signature: its reference with the transform method FieldMDP repeats action and fields, and is signed with everything else.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, table 236; §12.8.2.4, table 259.
 *
 * @param action All, Include or Exclude
 * @param fields their fully qualified names; empty for All
 */
record SignatureFieldLock(PdfValue.Name action, List<PdfValue> fields) {
    /** Octets of all its names together: they are written into the signature. */
    private static final int LONGEST = 1 << 20;

    private static final PdfValue.Name ALL = new PdfValue.Name("All");
    private static final List<PdfValue.Name> OF_SOME =
            List.of(new PdfValue.Name("Include"), new PdfValue.Name("Exclude"));

    SignatureFieldLock {
        fields = List.copyOf(fields);
    }

    /** The field's, if it has one. */
    static Optional<SignatureFieldLock> of(PdfDocument document, PdfValue.Dict field) throws IOException, PdfFault {
        return switch (document.resolve(field.get("Lock"))) {
            case PdfValue.Null none -> Optional.empty();
            case PdfValue.Dict lock -> Optional.of(read(document, lock));
            default -> throw malformed("a lock that is no dictionary");
        };
    }

    private static SignatureFieldLock read(PdfDocument document, PdfValue.Dict lock) throws IOException, PdfFault {
        permissionOf(document, lock);
        if (document.resolve(lock.get("Action")) instanceof PdfValue.Name action) {
            if (action.equals(ALL)) {
                return new SignatureFieldLock(action, List.of());
            }
            if (OF_SOME.contains(action) && document.resolve(lock.get("Fields")) instanceof PdfValue.Array(var items)) {
                return new SignatureFieldLock(action, names(document, items));
            }
        }
        throw malformed("a lock that does not say which fields");
    }

    /** It stays in the lock, which the signature covers; what it may be is looked at before it takes hold. */
    private static void permissionOf(PdfDocument document, PdfValue.Dict lock) throws IOException, PdfFault {
        PdfValue permission = document.resolve(lock.get("P"));
        if (!(permission instanceof PdfValue.Null)
                && !(permission instanceof PdfValue.Int(long value) && value >= 1 && value <= 3)) {
            throw malformed("a lock with a permission that there is not");
        }
    }

    private static List<PdfValue> names(PdfDocument document, List<PdfValue> items) throws IOException, PdfFault {
        long spelled = 0;
        List<PdfValue> names = new ArrayList<>();
        for (PdfValue item : items) {
            if (!(document.resolve(item) instanceof PdfValue.Text name)) {
                throw malformed("a lock over a field without a name");
            }
            names.add(name);
            spelled += name.octets().length();
            if (spelled > LONGEST) {
                throw new PdfFault(
                        PdfFault.Kind.TOO_COMPLEX, "a lock whose names have more than " + LONGEST + " octets");
            }
        }
        return names;
    }

    /** The signature reference that carries the lock out. */
    PdfValue.Dict reference(PdfValue.Ref catalog) {
        Map<String, PdfValue> parameters = new LinkedHashMap<>();
        parameters.put("Type", new PdfValue.Name("TransformParams"));
        parameters.put("Action", action);
        if (!action.equals(ALL)) {
            parameters.put("Fields", new PdfValue.Array(fields));
        }
        parameters.put("V", new PdfValue.Name("1.2"));
        Map<String, PdfValue> reference = new LinkedHashMap<>();
        reference.put("Type", new PdfValue.Name("SigRef"));
        reference.put("TransformMethod", new PdfValue.Name("FieldMDP"));
        reference.put("TransformParams", new PdfValue.Dict(parameters));
        reference.put("Data", catalog);
        return new PdfValue.Dict(reference);
    }

    private static PdfFault malformed(String why) {
        return new PdfFault(PdfFault.Kind.MALFORMED, why);
    }
}
