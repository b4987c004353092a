package vn.lienthong.exchange.domain.account;

/** A secret in the database cannot be opened: the vault's key is another one, or somebody changed it. */
public final class SecretUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretUnreadableException(String owner, Throwable cause) {
        super("the secret of " + owner + " cannot be opened with this vault's key", cause);
    }
}
