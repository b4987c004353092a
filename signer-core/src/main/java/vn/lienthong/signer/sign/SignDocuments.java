package vn.lienthong.signer.sign;

/** Signs documents in any form. Thread-safe. */
public interface SignDocuments {

    /** The outcome is Signed, and the file {@code request.signed()} is complete; or it says why there is no file. */
    SignDocumentOutcome sign(AdesRequest request);

    /**
     * One for a single signature that is tried at one level after the other, by one thread: at a lower level it is the same
     * signature without what could not be had, and the key is not asked again. Itself, if this asks no key.
     */
    default SignDocuments once() {
        return this;
    }
}
