package vn.lienthong.signer.sign.twostep;

import java.time.Instant;
import vn.lienthong.signer.sign.SignDocumentOutcome;

/** How the first step ended. */
public sealed interface PrepareOutcome {

    /**
     * The owner's token may sign now.
     *
     * @param continuation what the second step wants back, unchanged
     * @param expires from this time on there is no second step
     */
    record Prepared(ToBeSigned toBeSigned, String continuation, Instant expires) implements PrepareOutcome {}

    /** There is nothing to sign, and this is what to answer. */
    record NotPrepared(SignDocumentOutcome why) implements PrepareOutcome {}
}
