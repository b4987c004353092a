package vn.lienthong.signer.sign;

/** Signs documents of one format. Thread-safe. */
public interface SignDocument {

    /** The outcome is Signed, and the file {@code request.signed()} is complete; or it says why there is no file. */
    SignDocumentOutcome sign(SignRequest request);
}
