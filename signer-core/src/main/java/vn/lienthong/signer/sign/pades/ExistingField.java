package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.Optional;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;

/**
 * Which field of the document is signed, where one was named.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, tables 235 to 237.
 */
final class ExistingField {
    private ExistingField() {}

    /** Whether it can be. */
    sealed interface Choice {
        /** @param lock what signing it locks */
        record Usable(FormFields.EmptyField field, Optional<SignatureFieldLock> lock) implements Choice {}

        record NotUsable(Refused why) implements Choice {}
    }

    static Choice of(SignableDocument base, String name, SignRequest request) throws IOException, PdfFault {
        Optional<FormFields.EmptyField> found = base.fields().empty(name);
        if (found.isEmpty()) {
            return notUsable(
                    SignRefusal.PLACEMENT_NOT_FOUND,
                    "the document has no signature field of that name that is not signed");
        }
        PdfDocument document = base.document();
        PdfValue.Dict field = found.get().field();
        if (isLocked(base, name)) {
            return notUsable(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN, "an earlier signature locks this field");
        }
        Optional<Refused> unmet = SeedValue.refusal(document, field, request);
        return unmet.isPresent()
                ? new Choice.NotUsable(unmet.get())
                : new Choice.Usable(found.get(), SignatureFieldLock.of(document, field));
    }

    /** A lock over all fields was refused before; here, one that names this field or a part above it. */
    private static boolean isLocked(SignableDocument base, String name) throws IOException, PdfFault {
        PdfDocument document = base.document();
        for (FormFields.SignedField signed : base.fields().signed()) {
            if (names(document, signed.field().get("Lock"), name)) {
                return true;
            }
            if (document.resolve(signed.signature().get("Reference")) instanceof PdfValue.Array(var references)) {
                for (PdfValue item : references) {
                    if (document.resolve(item) instanceof PdfValue.Dict reference
                            && names(document, reference.get("TransformParams"), name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean names(PdfDocument document, PdfValue lock, String name) throws IOException, PdfFault {
        if (!(document.resolve(lock) instanceof PdfValue.Dict dict)
                || !(document.resolve(dict.get("Fields")) instanceof PdfValue.Array(var fields))) {
            return false;
        }
        for (PdfValue item : fields) {
            if (document.resolve(item) instanceof PdfValue.Text(var octets)) {
                String locked = FormFields.text(octets);
                if (name.equals(locked) || name.startsWith(locked + ".")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Choice notUsable(SignRefusal reason, String detail) {
        return new Choice.NotUsable(new Refused(reason, detail));
    }
}
