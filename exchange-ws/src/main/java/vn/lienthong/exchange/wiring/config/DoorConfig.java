package vn.lienthong.exchange.wiring.config;

import java.time.Duration;

/**
 * How long and how many requests may keep a thread waiting for octets, either way.
 *
 * @param pace the least octets a second, 4,096 by default: a bad mobile connection has ten times that
 * @param grace how long nothing need move, 10 s by default
 * @param deadline by when a caller's body has come, or its answer is taken, 1 h by default: a gigabyte at 2.4 Mbit/s
 * @param strangerDeadline the same before a caller is known, 20 s by default: what is read then is small
 * @param strangers how many requests of strangers may wait, 24 by default of the container's 128 threads
 * @param strangersOfOneAddress how many of those from one address, 12 by default
 * @param ofOneCaller how many requests of one caller may wait, 40 by default
 */
public record DoorConfig(
        long pace,
        Duration grace,
        Duration deadline,
        Duration strangerDeadline,
        int strangers,
        int strangersOfOneAddress,
        int ofOneCaller) {
    static DoorConfig parse(RawConfig raw) {
        Duration grace = raw.millis(
                "transfer-grace-millis", Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofMinutes(2));
        int strangers = (int) raw.number("strangers-waiting", 24, 1, 100);
        return new DoorConfig(
                raw.number("transfer-octets-per-second", 4096, 1, 1 << 30),
                grace,
                raw.seconds("transfer-deadline-seconds", Duration.ofHours(1), grace, Duration.ofDays(1)),
                raw.seconds("stranger-deadline-seconds", Duration.ofSeconds(20), grace, Duration.ofMinutes(10)),
                strangers,
                (int) raw.number("strangers-waiting-per-address", Math.min(12, strangers), 1, strangers),
                (int) raw.number("caller-waiting", 40, 1, 100));
    }
}
