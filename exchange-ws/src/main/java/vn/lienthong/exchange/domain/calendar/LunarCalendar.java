package vn.lienthong.exchange.domain.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * The lunar calendar of Vietnam (âm lịch). A month begins on the day of the new moon, at Vietnam's meridian; the month with the
 * winter solstice is the eleventh; where thirteen months lie between two of these, the first one in which the sun enters no
 * new sign repeats the number before it.
 *
 * <p>For years 1990 to 2100.
 */
public final class LunarCalendar {
    /** Seven hours. */
    private static final double AHEAD = 7.0 / 24;

    private static final int SIGN = 30;

    private LunarCalendar() {}

    /** The day of the sun's calendar on which Tết Nguyên đán is in that year: the first of the first month. */
    public static LocalDate newYear(int year) {
        return day(year, 1, 1);
    }

    /**
     * The day of the sun's calendar for a day of the lunar year that begins in {@code year}.
     *
     * @param month 1 to 10, not the leap month of that number
     * @param day 1 to 30
     */
    public static LocalDate day(int year, int month, int day) {
        if (month < 1 || month > 10 || day < 1 || day > 30) {
            throw new IllegalArgumentException("a month from 1 to 10 and a day from 1 to 30");
        }
        int eleventh = eleventhMonth(year - 1);
        int leap = leapMonth(eleventh, eleventhMonth(year));
        int months = month + 1;
        if (leap > 0 && months >= leap) {
            months++;
        }
        return newMoonDay(eleventh + months).plusDays(day - 1L);
    }

    /** The number of the month that comes twice in the year that ends with that year's winter solstice, or 0. */
    public static int leapMonth(int year) {
        int leap = leapMonth(eleventhMonth(year - 1), eleventhMonth(year));
        if (leap == 0) {
            return 0;
        }
        int repeated = 11 + leap - 1;
        return repeated > 12 ? repeated - 12 : repeated;
    }

    /** Which of the months behind that eleventh one has no sign of its own, counted from 1; 0 if there are but twelve. */
    private static int leapMonth(int eleventh, int next) {
        if (next - eleventh < 13) {
            return 0;
        }
        for (int i = 1; i < 13; i++) {
            if (sign(newMoonDay(eleventh + i)) == sign(newMoonDay(eleventh + i + 1))) {
                return i;
            }
        }
        throw new IllegalStateException("thirteen months cannot have a sign each");
    }

    /** The number of the new moon with which the month of that year's winter solstice begins. */
    private static int eleventhMonth(int year) {
        LocalDate solstice = solstice(year);
        int moon = Astronomy.monthsBefore(julian(solstice)) + 1;
        while (newMoonDay(moon).isAfter(solstice)) {
            moon--;
        }
        return moon;
    }

    /** The day in Vietnam on which the sun reaches 270 degrees. */
    private static LocalDate solstice(int year) {
        LocalDate day = LocalDate.of(year, 12, 19);
        while (Astronomy.sun(startOf(day.plusDays(1))) < 270) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate newMoonDay(int number) {
        return LocalDate.EPOCH.with(
                JulianFields.JULIAN_DAY, (long) Math.floor(Astronomy.newMoon(number) + 0.5 + AHEAD));
    }

    private static int sign(LocalDate day) {
        return (int) (Astronomy.sun(startOf(day)) / SIGN);
    }

    /** When the day begins in Vietnam. A Julian day begins at noon. */
    private static double startOf(LocalDate day) {
        return julian(day) - 0.5 - AHEAD;
    }

    private static long julian(LocalDate day) {
        return day.getLong(JulianFields.JULIAN_DAY);
    }
}
