package vn.lienthong.signer.sign.twostep;

import vn.lienthong.signer.sign.SignDocumentOutcome;

/** How the first step ended. */
public sealed interface PrepareOutcome {

    /**
     * The owner's token may sign now.
     *
     * @param continuation what the second step wants back, unchanged
     */
    record Prepared(ToBeSigned toBeSigned, String continuation) implements PrepareOutcome {}

    /** There is nothing to sign, and this is what to answer. */
    record NotPrepared(SignDocumentOutcome why) implements PrepareOutcome {}
}
