package vn.lienthong.exchange.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working days of Vietnam. Source: Labour Code 45/2019/QH14, Articles 111 and 112. */
class WorkingCalendarTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarChanges.NONE, WorkingHours.USUAL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 2026: New Year; Tết on 17 February; the Hùng Kings' day on a Sunday; victory and labour; national day
                "2026-01-01",
                "2026-02-16",
                "2026-02-17",
                "2026-02-18",
                "2026-02-19",
                "2026-02-20",
                "2026-04-26",
                "2026-04-27",
                "2026-04-30",
                "2026-05-01",
                "2026-09-02",
                "2026-09-03",
                "2026-11-28",
                "2026-11-29",
                // 2025: national day with the Monday before it, as it was kept
                "2025-09-01",
                "2025-09-02",
                "2025-01-28",
                "2025-02-03",
                // 2024: as it was kept
                "2024-04-18",
                "2024-09-02",
                "2024-09-03"
            })
    void daysOff(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-02", "2026-02-13", "2026-02-23", "2026-04-28", "2026-09-01", "2026-09-04", "2026-11-30"
            })
    void workingDays(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isTrue();
    }

    @Test
    void aDecisionSwapsDays() {
        WorkingCalendar swapped = new WorkingCalendar(
                new CalendarChanges(Map.of(LocalDate.of(2026, 1, 2), false, LocalDate.of(2026, 1, 10), true)),
                WorkingHours.USUAL);
        assertThat(swapped.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(swapped.isWorkingDay(LocalDate.of(2026, 1, 10)))
                .as("a Saturday")
                .isTrue();
    }

    /** Received within working hours: the same day; otherwise the next working day. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T10:00, 2026-11-30T17:00",
        "2026-11-30T06:00, 2026-11-30T17:00",
        "2026-11-30T12:30, 2026-11-30T17:00",
        "2026-11-30T16:59:59, 2026-11-30T17:00",
        "2026-11-30T17:00, 2026-12-01T17:00",
        "2026-11-27T18:00, 2026-11-30T17:00",
        "2026-11-28T10:00, 2026-11-30T17:00",
        "2026-02-13T17:30, 2026-02-23T17:00",
        "2026-12-31T17:00, 2027-01-04T17:00"
    })
    void endsTheSameDayOrTheNextWorkingDay(LocalDateTime from, LocalDateTime end) {
        assertThat(CALENDAR.endOfDay(at(from))).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T10:00, 1, 2026-12-01T17:00",
        "2026-11-27T10:00, 1, 2026-11-30T17:00",
        "2026-11-27T17:00, 1, 2026-12-01T17:00",
        "2026-02-13T10:00, 2, 2026-02-24T17:00"
    })
    void countsWorkingDays(LocalDateTime from, int days, LocalDateTime end) {
        assertThat(CALENDAR.endOfDay(at(from), days)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T08:00, PT2H, 2026-11-30T10:00",
        "2026-11-30T11:00, PT1H, 2026-11-30T12:00",
        "2026-11-30T11:30, PT1H, 2026-11-30T13:30",
        "2026-11-30T12:15, PT30M, 2026-11-30T13:30",
        "2026-11-30T16:30, PT1H, 2026-12-01T08:30",
        "2026-11-27T16:30, PT9H, 2026-12-01T08:30",
        "2026-11-28T03:00, PT8H, 2026-11-30T17:00"
    })
    void countsWorkingHours(LocalDateTime from, Duration work, LocalDateTime end) {
        assertThat(CALENDAR.after(at(from), work)).isEqualTo(at(end));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(VietnamTime.ZONE).toInstant();
    }
}
