package vn.lienthong.exchange.domain.edxml;

import java.util.Optional;

/** What a document does; the ordinal is its number in edXML. */
public enum BussinessDocType {
    /** Văn bản mới. */
    NEW,
    /** Thu hồi. */
    RECALL,
    /** Cập nhật. */
    UPDATE,
    /** Thay thế. */
    REPLACE;

    public int number() {
        return ordinal();
    }

    public static Optional<BussinessDocType> ofNumber(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
