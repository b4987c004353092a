package vn.lienthong.exchange.boundary.vxp;

import java.time.Duration;

/**
 * What an operator may set of VXP.
 *
 * @param timestampAge how old a request's timestamp may be: a client object makes it once and lives for hours
 * @param changeAge the same for requests that send or change something
 * @param timestampAhead how far a client's clock may be ahead of ours
 */
public record VxpSettings(Duration timestampAge, Duration changeAge, Duration timestampAhead) {
    /** A working day and a night; clocks that NTP has not seen for a while. */
    public static final VxpSettings DEFAULT =
            new VxpSettings(Duration.ofHours(24), Duration.ofHours(24), Duration.ofMinutes(5));
}
