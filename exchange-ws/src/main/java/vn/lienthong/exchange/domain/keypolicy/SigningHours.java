package vn.lienthong.exchange.domain.keypolicy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * A time of one day of the week, in Vietnam, in which a key may sign.
 *
 * @param from the first minute
 * @param until the minute after the last; {@code 00:00} is the end of the day
 */
public record SigningHours(DayOfWeek day, LocalTime from, LocalTime until) {
    /** Whose office hours are meant: the country has one zone and no daylight-saving time. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    public SigningHours {
        from = from.truncatedTo(ChronoUnit.MINUTES);
        until = until.truncatedTo(ChronoUnit.MINUTES);
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("signing hours end after they begin, on the same day");
        }
    }

    public boolean contain(Instant instant) {
        ZonedDateTime there = instant.atZone(VIETNAM);
        return there.getDayOfWeek() == day
                && !there.toLocalTime().isBefore(from)
                && there.toLocalTime().toSecondOfDay() < end();
    }

    /** Whether every instant of {@code other} is one of these hours. */
    public boolean contain(SigningHours other) {
        return day == other.day && !other.from.isBefore(from) && other.end() <= end();
    }

    /** As {@code MONDAY 07:30-17:30}. */
    @Override
    public String toString() {
        return day + " " + from + "-" + until;
    }

    /** What {@link #toString} wrote; empty for any other text. */
    public static Optional<SigningHours> parse(String text) {
        String[] parts = text.split("[ -]", -1);
        if (parts.length != 3
                || Arrays.stream(DayOfWeek.values()).noneMatch(d -> d.name().equals(parts[0]))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SigningHours(
                    DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2])));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private int end() {
        return until.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX.toSecondOfDay() + 1 : until.toSecondOfDay();
    }
}
