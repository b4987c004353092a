package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * What an authority promises with each timestamp.
 *
 * @param oid the TSA policy, in dotted form
 * @param accuracy how far {@code genTime} may be from UTC, in whole milliseconds; at least one
 * @param hashes the imprints that are stamped; never empty
 * @param ordering whether any two timestamps can be put in order by {@code genTime} alone, whatever the accuracy
 */
public record TimestampPolicy(String oid, Duration accuracy, Set<DigestAlgorithm> hashes, boolean ordering) {
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38})){1,30}");

    public TimestampPolicy {
        if (!OID.matcher(oid).matches()) {
            throw new IllegalArgumentException("a TSA policy is an object identifier in dotted form");
        }
        if (accuracy.toMillis() < 1) {
            throw new IllegalArgumentException("a TSA promises an accuracy of one millisecond or more");
        }
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("a TSA policy stamps imprints of at least one hash");
        }
        hashes = Set.copyOf(hashes);
    }

    /** A policy for every hash that is accepted here, without an order. */
    public TimestampPolicy(String oid, Duration accuracy) {
        this(oid, accuracy, EnumSet.allOf(DigestAlgorithm.class), false);
    }
}
