package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;

/** The earlier signatures of a document as the strict reader reads it, and what they forbid. */
final class FormSignatures {
    private static final int NO_CHANGES = 1;
    private static final int DEFAULT_DOC_MDP = 2;

    private final PdfDocument document;

    FormSignatures(PdfDocument document) {
        this.document = document;
    }

    List<EarlierSignature> of(FormFields fields) throws IOException, PdfFault {
        List<EarlierSignature> signatures = new ArrayList<>();
        for (FormFields.SignedField field : fields.signed()) {
            signatures.add(of(field.signature()));
        }
        return signatures;
    }

    private EarlierSignature of(PdfValue.Dict signature) throws IOException, PdfFault {
        Optional<String> subFilter = document.resolve(signature.get("SubFilter")) instanceof PdfValue.Name(String name)
                ? Optional.of(name)
                : Optional.empty();
        Optional<Bytes> contents = document.resolve(signature.get("Contents")) instanceof PdfValue.Text(Bytes octets)
                ? Optional.of(octets)
                : Optional.empty();
        List<Long> range = new ArrayList<>();
        if (document.resolve(signature.get("ByteRange")) instanceof PdfValue.Array(var items)) {
            for (PdfValue item : items) {
                range.add(document.resolve(item) instanceof PdfValue.Int(long value) ? value : -1L);
            }
        }
        return new EarlierSignature(subFilter, contents, range);
    }

    /**
     * Why no further signature may be added, if so: a certification that allows no change, or a lock over all fields, for a
     * new field is one of them.
     *
     * <p>Source: ISO 32000-2 §12.8.2.2, §12.8.2.4, table 236.
     */
    Optional<Refused> lock(PdfValue.Dict catalog, FormFields fields) throws IOException, PdfFault {
        List<PdfValue.Dict> signatures = new ArrayList<>();
        if (document.resolve(catalog.get("Perms")) instanceof PdfValue.Dict permissions
                && document.resolve(permissions.get("DocMDP")) instanceof PdfValue.Dict certifying) {
            signatures.add(certifying);
        }
        for (FormFields.SignedField field : fields.signed()) {
            signatures.add(field.signature());
            if (document.resolve(field.field().get("Lock")) instanceof PdfValue.Dict lock && locks(lock)) {
                return fieldsLocked();
            }
        }
        for (PdfValue.Dict signature : signatures) {
            Optional<Refused> refused = reference(signature);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /** Whether one of the signatures locks fields that are not there yet, by its field's lock or by its own reference. */
    boolean lockNewFields(FormFields fields) throws IOException, PdfFault {
        for (FormFields.SignedField field : fields.signed()) {
            if (locksNewFields(field.field())) {
                return true;
            }
            if (document.resolve(field.signature().get("Reference")) instanceof PdfValue.Array(var references)) {
                for (PdfValue item : references) {
                    if (document.resolve(item) instanceof PdfValue.Dict reference
                            && document.resolve(reference.get("TransformMethod"))
                                    .equals(new PdfValue.Name("FieldMDP"))
                            && document.resolve(reference.get("TransformParams")) instanceof PdfValue.Dict parameters
                            && isOverAll(parameters)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a field that is signed, or once it is, locks fields that are not there yet. */
    boolean locksNewFields(PdfValue.Dict field) throws IOException, PdfFault {
        return document.resolve(field.get("Lock")) instanceof PdfValue.Dict lock && isOverAll(lock);
    }

    private Optional<Refused> reference(PdfValue.Dict signature) throws IOException, PdfFault {
        if (!(document.resolve(signature.get("Reference")) instanceof PdfValue.Array(var references))) {
            return Optional.empty();
        }
        for (PdfValue item : references) {
            if (!(document.resolve(item) instanceof PdfValue.Dict reference)) {
                continue;
            }
            PdfValue method = document.resolve(reference.get("TransformMethod"));
            PdfValue.Dict parameters = document.resolve(reference.get("TransformParams")) instanceof PdfValue.Dict dict
                    ? dict
                    : new PdfValue.Dict(Map.of());
            if (method.equals(new PdfValue.Name("DocMDP")) && permission(parameters) == NO_CHANGES) {
                return Optional.of(EarlierSignatures.changesForbidden(
                        "the document is certified and allows no change (DocMDP P=1)"));
            }
            if (method.equals(new PdfValue.Name("FieldMDP")) && locks(parameters)) {
                return fieldsLocked();
            }
        }
        return Optional.empty();
    }

    private boolean locks(PdfValue.Dict lock) throws IOException, PdfFault {
        return isOverAll(lock) || permission(lock) == NO_CHANGES;
    }

    /** All fields, or all but some: the new field has a name that no list has. */
    private boolean isOverAll(PdfValue.Dict lock) throws IOException, PdfFault {
        PdfValue action = document.resolve(lock.get("Action"));
        return !(action instanceof PdfValue.Null || action.equals(new PdfValue.Name("Include")));
    }

    private long permission(PdfValue.Dict parameters) throws IOException, PdfFault {
        return document.resolve(parameters.get("P")) instanceof PdfValue.Int(long p) ? p : DEFAULT_DOC_MDP;
    }

    private static Optional<Refused> fieldsLocked() {
        return Optional.of(EarlierSignatures.changesForbidden("an earlier signature locks the document's fields"));
    }
}
