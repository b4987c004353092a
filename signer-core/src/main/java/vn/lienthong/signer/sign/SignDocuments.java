package vn.lienthong.signer.sign;

/** Signs documents in any form. Thread-safe. */
public interface SignDocuments {

    /** The outcome is Signed, and the file {@code request.signed()} is complete; or it says why there is no file. */
    SignDocumentOutcome sign(AdesRequest request);
}
