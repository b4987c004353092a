package vn.lienthong.signer.token.failover;

import java.time.Duration;
import java.time.Instant;

/**
 * How one place did when it was last asked for a signature.
 *
 * @param signs whether it answered with a signature that the key's certificate verifies
 * @param latency from the request to its answer
 * @param at when it was asked
 * @param detail one English sentence for operators; holds no secret
 */
public record PlaceHealth(String place, boolean signs, Duration latency, Instant at, String detail) {}
