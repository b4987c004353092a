package vn.lienthong.exchange.boundary.vxp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as VXP writes them: no zone, always Vietnam's. */
final class VxpTime {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter IN_ANSWERS = form("uuuu/MM/dd HH:mm:ss");
    private static final DateTimeFormatter DATE = form("uuuu/MM/dd");
    private static final DateTimeFormatter IN_REQUESTS = form("ddMMuuuu'T'HHmmss");

    /** What stands behind the plus is milliseconds padded to four digits, not a zone. */
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{8}T[0-9]{6})\\+([0-9]{4})");

    private VxpTime() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static String inAnswers(Instant time) {
        return IN_ANSWERS.format(time.atOffset(VIETNAM));
    }

    /** The time that {@code XroadVnpt-timestamp} gives, or empty for any other text. */
    static Optional<Instant> timestamp(String text) {
        Matcher parts = TIMESTAMP.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(parts.group(1), IN_REQUESTS)
                    .toInstant(VIETNAM)
                    .plusMillis(Integer.parseInt(parts.group(2))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a request of that time is neither too old nor from the future.
     *
     * @param changes whether it sends or changes something
     */
    static boolean isWithin(VxpSettings window, boolean changes, Instant timestamp, Clock clock) {
        Instant now = clock.instant();
        return !timestamp.isBefore(now.minus(changes ? window.changeAge() : window.timestampAge()))
                && !timestamp.isAfter(now.plus(window.timestampAhead()));
    }

    /** A moment written as in answers, or the first one of a day; empty for any other text. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, IN_ANSWERS).toInstant(VIETNAM));
        } catch (DateTimeParseException notWithATime) {
            return startOfDay(text, 0);
        }
    }

    /** The first moment of a day written {@code yyyy/MM/dd}, or of a later one; empty for any other text. */
    static Optional<Instant> startOfDay(String date, int daysLater) {
        try {
            return Optional.of(LocalDate.parse(date, DATE)
                    .plusDays(daysLater)
                    .atStartOfDay()
                    .toInstant(VIETNAM));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
