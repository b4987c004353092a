package vn.lienthong.exchange.domain.account;

/** Encrypts secrets for the database, so that its backups hold none in clear. Thread-safe. */
public interface SecretVault {

    /**
     * The secret, encrypted and bound to its owner.
     *
     * @param owner whose secret it is; another owner's name does not open it
     */
    byte[] seal(String owner, SharedSecret secret);

    /** @throws SecretUnreadableException if the octets were not sealed by this vault for this owner */
    SharedSecret open(String owner, byte[] sealed);
}
