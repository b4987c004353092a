package vn.lienthong.exchange.domain.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of an agency's two registers. Source: Decree 30/2020/NĐ-CP, Annex IV, I and VI. */
public enum Direction {
    /** Sổ đăng ký văn bản đi. */
    OUTGOING,
    /** Sổ đăng ký văn bản đến. */
    INCOMING;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> ofWireName(String text) {
        return Arrays.stream(values())
                .filter(direction -> direction.wireName().equals(text))
                .findFirst();
    }
}
