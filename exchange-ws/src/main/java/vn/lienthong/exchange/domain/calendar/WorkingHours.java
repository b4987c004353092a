package vn.lienthong.exchange.domain.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** When a working day begins, pauses and ends. */
public record WorkingHours(LocalTime start, LocalTime noon, LocalTime afternoon, LocalTime end) {
    /** Eight hours, as most agencies have them; the law leaves the hours to each. */
    public static final WorkingHours USUAL =
            new WorkingHours(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(13, 0), LocalTime.of(17, 0));

    public WorkingHours {
        if (!start.isBefore(noon) || noon.isAfter(afternoon) || !afternoon.isBefore(end)) {
            throw new IllegalArgumentException("a working day begins, pauses, goes on and ends");
        }
    }

    /** How long is worked on a day. */
    public Duration length() {
        return Duration.between(start, noon).plus(Duration.between(afternoon, end));
    }
}
