package vn.lienthong.exchange.domain.register;

import java.time.Instant;

/** Why a number is not used. */
public record Cancellation(String reason, Instant at, String by) {
    public static final int LONGEST_REASON = 500;
}
