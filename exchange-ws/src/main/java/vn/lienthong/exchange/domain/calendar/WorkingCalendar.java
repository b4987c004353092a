package vn.lienthong.exchange.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** On which days and at what hours is worked in Vietnam. Immutable but for what it has worked out; thread-safe. */
public final class WorkingCalendar {
    /** No deadline is longer, and no holiday: what is looked for ends. */
    private static final int MOST_DAYS = 400;

    private final CalendarChanges changes;
    private final WorkingHours hours;
    private final Map<Integer, SortedMap<LocalDate, String>> holidays = new ConcurrentHashMap<>();

    public WorkingCalendar(CalendarChanges changes, WorkingHours hours) {
        this.changes = changes;
        this.hours = hours;
    }

    /** What was decided for that day, or else no weekend and no holiday. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean decided = changes.working().get(day);
        if (decided != null) {
            return decided;
        }
        return !PublicHolidays.isWeekend(day)
                && !holidays.computeIfAbsent(day.getYear(), PublicHolidays::of).containsKey(day);
    }

    /** The end of the working day that something falls into, or of the next one if nobody works any more then. */
    public Instant endOfDay(Instant from) {
        LocalDate day = counted(LocalDateTime.ofInstant(from, VietnamTime.ZONE)).toLocalDate();
        return instant(day.atTime(hours.end()));
    }

    /** The end of the working day so many working days after the one that {@link #endOfDay} is of. */
    public Instant endOfDay(Instant from, int workingDays) {
        LocalDate day = counted(LocalDateTime.ofInstant(from, VietnamTime.ZONE)).toLocalDate();
        for (int i = 0; i < workingDays; i++) {
            day = next(day);
        }
        return instant(day.atTime(hours.end()));
    }

    /** When so much has been worked since then. */
    public Instant after(Instant from, Duration work) {
        LocalDateTime at = counted(LocalDateTime.ofInstant(from, VietnamTime.ZONE));
        Duration left = work;
        while (true) {
            LocalTime end = at.toLocalTime().isBefore(hours.noon()) ? hours.noon() : hours.end();
            Duration here = Duration.between(at.toLocalTime(), end);
            if (left.compareTo(here) <= 0) {
                return instant(at.plus(left));
            }
            left = left.minus(here);
            at = counted(at.toLocalDate().atTime(end));
        }
    }

    /** The same moment, or, where nobody works then, the next at which somebody does. */
    private LocalDateTime counted(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        LocalTime time = at.toLocalTime();
        if (!isWorkingDay(day) || !time.isBefore(hours.end())) {
            return next(day).atTime(hours.start());
        }
        if (time.isBefore(hours.start())) {
            return day.atTime(hours.start());
        }
        boolean pause = !time.isBefore(hours.noon()) && time.isBefore(hours.afternoon());
        return pause ? day.atTime(hours.afternoon()) : at;
    }

    private LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int i = 0; !isWorkingDay(next); i++) {
            if (i == MOST_DAYS) {
                throw new IllegalStateException("the calendar has no working day left");
            }
            next = next.plusDays(1);
        }
        return next;
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(VietnamTime.ZONE).toInstant();
    }
}
