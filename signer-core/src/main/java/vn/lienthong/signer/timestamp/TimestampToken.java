package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;

/**
 * A timestamp that was granted, as it is kept and embedded.
 *
 * @param der the TimeStampToken: a CMS ContentInfo
 * @param messageImprint the digest that existed at {@code genTime}
 */
public record TimestampToken(Bytes der, Digest messageImprint, Instant genTime, BigInteger serialNumber) {}
