package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Numbers that nobody can guess, so that an old answer cannot pass for a new one. Thread-safe. */
@FunctionalInterface
public interface NonceSource {

    /** A positive number of at least 64 random bits. Source: RFC 3161 §2.4.1, nonce. */
    BigInteger next();

    /** Positive numbers of 64 random bits. */
    static NonceSource of(SecureRandom random) {
        return () -> new BigInteger(64, random).setBit(64);
    }
}
