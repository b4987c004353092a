package vn.lienthong.exchange.infrastructure.persistence;

import java.security.SecureRandom;
import java.util.function.Supplier;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.signer.evidence.Salt;

/** What the records need besides the database. */
record LedgerParts(SecretVault vault, IdSource ids, SecureRandom random, Supplier<String> correlation) {

    /** What hides a short entry from those who see its hash alone. */
    byte[] newSalt() {
        byte[] salt = new byte[Salt.LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
