package vn.lienthong.signer.token.profile;

/** A make of HSM is unknown, or was told something that does not fit it; the message is one sentence. */
public final class ProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ProfileException(String sentence) {
        super(sentence);
    }
}
