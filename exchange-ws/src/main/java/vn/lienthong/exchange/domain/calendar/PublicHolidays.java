package vn.lienthong.exchange.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days of a year on which nobody works, as the law has them before anybody decides otherwise. Where it leaves a choice that is
 * made for each year, the usual one is taken here; what is decided then is told as a {@link CalendarChanges change}.
 *
 * <p>Source: Labour Code 45/2019/QH14, Articles 111.3 and 112.
 */
public final class PublicHolidays {
    private static final String INSTEAD = "Nghỉ bù";

    /** For these years the moon is reckoned well enough; documents name any year, and none of them may stop a report. */
    private static final int FIRST = 1900;

    private static final int LAST = 2200;

    private PublicHolidays() {}

    /** Weekends and {@code day} itself. */
    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Each with its name; for one that is on a weekend the next working day besides. */
    public static SortedMap<LocalDate, String> of(int year) {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "Tết Dương lịch");
        if (year >= FIRST && year <= LAST) {
            LocalDate newYear = LunarCalendar.newYear(year);
            for (int day = -1; day <= 3; day++) {
                days.put(newYear.plusDays(day), "Tết Nguyên đán");
            }
            days.put(LunarCalendar.day(year, 3, 10), "Giỗ Tổ Hùng Vương");
        }
        days.put(LocalDate.of(year, 4, 30), "Ngày Chiến thắng");
        days.put(LocalDate.of(year, 5, 1), "Ngày Quốc tế lao động");
        LocalDate national = LocalDate.of(year, 9, 2);
        days.put(national, "Quốc khánh");
        days.put(besideNationalDay(national), "Quốc khánh");
        TreeMap<LocalDate, String> all = new TreeMap<>(days);
        days.keySet().stream().filter(PublicHolidays::isWeekend).forEach(day -> all.put(next(all, day), INSTEAD));
        return Collections.unmodifiableSortedMap(all);
    }

    /** One day before or after: here the one that lies beside a weekend, if either does. */
    private static LocalDate besideNationalDay(LocalDate national) {
        return switch (national.getDayOfWeek()) {
            case TUESDAY, FRIDAY, SATURDAY -> national.minusDays(1);
            default -> national.plusDays(1);
        };
    }

    private static LocalDate next(SortedMap<LocalDate, String> off, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (isWeekend(next) || off.containsKey(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
