package vn.lienthong.signer.timestamp;

import java.math.BigInteger;

/**
 * Numbers that no timestamp of this authority had before, also not before a restart. Thread-safe.
 *
 * <p>Source: RFC 3161 §2.4.2, serialNumber.
 */
public interface SerialNumberSource {

    /** A positive number of at most 160 bits, given out once. */
    BigInteger next();
}
