package vn.lienthong.exchange.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lunar calendar against the days that Vietnam kept, or has announced. */
class LunarCalendarTest {
    /** In 2007 and 2030 a day before China: the moon is new between eleven and midnight in Vietnam. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2007-02-17", "2008-02-07", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12",
                "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
                "2029-02-13", "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08"
            })
    void knowsNewYear(LocalDate day) {
        assertThat(LunarCalendar.newYear(day.getYear())).isEqualTo(day);
    }

    /** Mùng 10 tháng 3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-04-02",
                "2021-04-21",
                "2022-04-10",
                "2023-04-29",
                "2024-04-18",
                "2025-04-07",
                "2026-04-26",
                "2027-04-16",
                "2028-04-04",
                "2029-04-23",
                "2030-04-12"
            })
    void knowsTheDayOfTheHungKings(LocalDate day) {
        assertThat(LunarCalendar.day(day.getYear(), 3, 10)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2014, 9",
        "2017, 6",
        "2020, 4",
        "2023, 2",
        "2025, 6",
        "2028, 5",
        "2031, 3",
        "2034, 11",
        "2021, 0",
        "2022, 0",
        "2026, 0",
        "2027, 0"
    })
    void knowsWhichMonthComesTwice(int year, int month) {
        assertThat(LunarCalendar.leapMonth(year)).isEqualTo(month);
    }

    @Test
    void yearsHave354To385DaysAndMidAutumnFollows() {
        for (int year = 1990; year < 2100; year++) {
            LocalDate day = LunarCalendar.newYear(year);
            assertThat(ChronoUnit.DAYS.between(day, LunarCalendar.newYear(year + 1)))
                    .isBetween(353L, 385L);
            assertThat(day).isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 21));
            assertThat(LunarCalendar.day(year, 8, 15)).isBetween(LocalDate.of(year, 9, 6), LocalDate.of(year, 10, 9));
        }
    }
}
