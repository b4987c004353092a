package vn.lienthong.exchange.domain.dispatch;

import java.util.Arrays;
import java.util.Optional;

/** What a dispatch does to an earlier one. Source: QCVN 102:2016, {@code BussinessDocType}. */
public enum BusinessType {
    /** Văn bản mới. */
    NEW(0),
    /** Thu hồi. */
    RECALL(1),
    /** Cập nhật. */
    UPDATE(2),
    /** Thay thế. */
    REPLACE(3);

    private final int code;

    BusinessType(int code) {
        this.code = code;
    }

    public static Optional<BusinessType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** Whether the message speaks of an earlier one and so may carry that one's DocumentId with other octets. */
    public boolean mayRepeatDocumentId() {
        return this != NEW;
    }
}
