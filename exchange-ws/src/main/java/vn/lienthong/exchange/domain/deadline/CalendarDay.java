package vn.lienthong.exchange.domain.deadline;

import java.time.LocalDate;

/**
 * What was decided for a day.
 *
 * @param working whether it is worked on
 * @param name why, such as {@code Hoán đổi ngày nghỉ Tết}
 */
public record CalendarDay(LocalDate day, boolean working, String name) {}
