package vn.lienthong.exchange.application.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.pades.LockedForm;

/**
 * Whether a signature that is to be kept can still be given a timestamp later. A document timestamp is one more field; where
 * the field that is signed locks all others, there is no room for one, and what is kept below its level could never be raised.
 *
 * <p>Source: ISO 32000-2 §12.7.5.5, table 236; docs/adr/0036.
 */
final class KeptLock {
    /** What is answered where the level that is asked for needs that field. */
    static final Refused LOCKED = new Refused(
            SignRefusal.DOCUMENT_CHANGES_FORBIDDEN,
            "a timestamp is one more field, and the field that is signed locks all of them");

    private KeptLock() {}

    /** Also where the question does not arise. Looked at before the key is asked for anything. */
    static boolean leavesRoom(SignDocumentCommand command) {
        if (!command.kept()
                || command.form() != SignatureForm.PADES
                || command.level() == SignatureLevel.BASELINE_B
                || !(command.appearance().map(VisibleSignature::placement).orElse(null)
                        instanceof Placement.InField(String field))) {
            return true;
        }
        try {
            return !LockedForm.afterSigning(
                    command.documents().getFirst().document().file(), field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
