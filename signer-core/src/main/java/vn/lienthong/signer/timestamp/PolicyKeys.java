package vn.lienthong.signer.timestamp;

import java.util.List;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * A policy and the keys that sign under it, a time-stamping unit each.
 *
 * @param keys in the order in which they are tried: the next one signs where the one before cannot; never empty
 */
public record PolicyKeys(TimestampPolicy policy, List<CertifiedKey> keys) {

    /** @throws IllegalArgumentException if a certificate is not one for time-stamping alone (RFC 3161 §2.3) */
    public PolicyKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a TSA policy has at least one key");
        }
        if (!keys.stream().allMatch(key -> TimestampCertificate.isForTimeStampingAlone(key.certificate()))) {
            throw new IllegalArgumentException(
                    "the TSA's certificate needs the critical extended key usage timeStamping and no other");
        }
    }
}
