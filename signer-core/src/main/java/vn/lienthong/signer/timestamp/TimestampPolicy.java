package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What an authority promises with each timestamp.
 *
 * @param oid the TSA policy, in dotted form
 * @param accuracy how far {@code genTime} may be from UTC, in whole milliseconds; at least one
 */
public record TimestampPolicy(String oid, Duration accuracy) {
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38})){1,30}");

    public TimestampPolicy {
        if (!OID.matcher(oid).matches()) {
            throw new IllegalArgumentException("a TSA policy is an object identifier in dotted form");
        }
        if (accuracy.toMillis() < 1) {
            throw new IllegalArgumentException("a TSA promises an accuracy of one millisecond or more");
        }
    }
}
