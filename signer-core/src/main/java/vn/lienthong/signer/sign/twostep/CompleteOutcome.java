package vn.lienthong.signer.sign.twostep;

import vn.lienthong.signer.sign.SignDocumentOutcome;

/** How the second step ended. */
public sealed interface CompleteOutcome {

    /** It continues the first one, in which that was prepared, and ended as if the token had signed here. */
    record Continued(ToBeSigned prepared, SignDocumentOutcome outcome) implements CompleteOutcome {}

    /** It does not continue the first one; there is no file. */
    record NotContinued(TwoStepRefusal reason, String detail) implements CompleteOutcome {}
}
