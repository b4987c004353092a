package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times as edXML writes them: no zone, always Vietnam's. */
final class EdxmlTime {
    static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    static final DateTimeFormatter DATE = strict("uuuu/MM/dd");
    static final DateTimeFormatter TIMESTAMP = strict("uuuu/MM/dd HH:mm:ss");

    private static final List<DateTimeFormatter> DATES = List.of(DATE, strict("dd/MM/uuuu"));
    private static final List<DateTimeFormatter> TIMESTAMPS = List.of(TIMESTAMP, strict("dd/MM/uuuu HH:mm:ss"));

    private EdxmlTime() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static String format(Instant timestamp) {
        return TIMESTAMP.format(timestamp.atOffset(VIETNAM));
    }

    /** Null when {@code text} is no date in either of the forms of the field. */
    static @Nullable LocalDate date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }

    /** Null when {@code text} is no time in either of the forms of the field. */
    static @Nullable Instant timestamp(String text) {
        for (DateTimeFormatter form : TIMESTAMPS) {
            try {
                return LocalDateTime.parse(text, form).toInstant(VIETNAM);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }
}
