package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Serial numbers with 158 random bits: unique without a memory, since among 2^64 two meet with a chance of one in 2^31. */
public final class RandomSerialNumbers implements SerialNumberSource {
    private static final int BITS = 159;
    private final SecureRandom random;

    public RandomSerialNumbers(SecureRandom random) {
        this.random = random;
    }

    @Override
    public BigInteger next() {
        return new BigInteger(BITS, random).setBit(BITS - 1);
    }
}
