package vn.lienthong.exchange.domain.calendar;

import java.time.LocalDate;
import java.util.Map;

/**
 * What was decided otherwise for single days: extra days off, and days off on which is worked (hoán đổi ngày làm việc).
 *
 * @param working whether that day is worked on
 */
public record CalendarChanges(Map<LocalDate, Boolean> working) {
    public static final CalendarChanges NONE = new CalendarChanges(Map.of());

    public CalendarChanges {
        working = Map.copyOf(working);
    }
}
