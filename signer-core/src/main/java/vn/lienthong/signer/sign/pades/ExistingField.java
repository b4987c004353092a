package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.util.Optional;
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
        Choice choice = of(base, name);
        if (choice instanceof Choice.Usable(FormFields.EmptyField found, var lock)) {
            Optional<Refused> unmet = SeedValue.refusal(base.document(), found.field(), request);
            return unmet.isPresent() ? new Choice.NotUsable(unmet.get()) : choice;
        }
        return choice;
    }

    /** The same as far as it does not depend on what is asked for. */
    static Choice of(SignableDocument base, String name) throws IOException, PdfFault {
        Optional<FormFields.EmptyField> found = base.fields().empty(name);
        if (found.isEmpty()) {
            return notUsable(
                    SignRefusal.PLACEMENT_NOT_FOUND,
                    "the document has no signature field of that name that is not signed");
        }
        // A lock over all fields is refused before; here, one that names this field or a part above it.
        if (LockedNames.of(base.document(), base.fields()).cover(name)) {
            return notUsable(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN, "an earlier signature locks this field");
        }
        PdfValue.Dict field = found.get().field();
        Optional<Refused> unmet = SeedValue.refusal(base.document(), field);
        return unmet.isPresent()
                ? new Choice.NotUsable(unmet.get())
                : new Choice.Usable(found.get(), SignatureFieldLock.of(base.document(), field));
    }

    private static Choice notUsable(SignRefusal reason, String detail) {
        return new Choice.NotUsable(new Refused(reason, detail));
    }
}
