package vn.lienthong.exchange.domain.solecontrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * An operator's leave for one official to choose new factors; those that the official had hold until it is done.
 *
 * @param code digest of the code that the operator handed over
 * @param tries of confirmations that failed
 * @param chosen what the official chose and has not confirmed yet, or null
 */
public record Enrolment(
        String account,
        Sha256Digest code,
        Instant expiresAt,
        int tries,
        @Nullable SigningFactors chosen) {}
