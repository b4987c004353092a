package vn.lienthong.exchange.domain.edxml;

import java.util.Optional;

/** How urgent a document is (mức độ khẩn); the ordinal is its number in edXML. */
public enum Priority {
    /** Thường. */
    NORMAL,
    /** Khẩn. */
    URGENT,
    /** Thượng khẩn. */
    VERY_URGENT,
    /** Hỏa tốc. */
    IMMEDIATE,
    /** Hỏa tốc hẹn giờ. */
    IMMEDIATE_AT_TIME;

    public int number() {
        return ordinal();
    }

    public static Optional<Priority> ofNumber(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
