package vn.lienthong.signer.token;

/**
 * A token answered with an error.
 *
 * <p>{@link #code()} is the token's own name for it ({@code CKR_PIN_INCORRECT}); {@link #kind()} is what to do about it.
 */
public final class TokenFault extends Exception {
    private final FaultKind kind;
    private final String code;

    public TokenFault(FaultKind kind, String code, String where) {
        super(where + ": " + code);
        this.kind = kind;
        this.code = code;
    }

    public FaultKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
