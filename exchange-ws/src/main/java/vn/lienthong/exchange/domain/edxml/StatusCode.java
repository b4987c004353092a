package vn.lienthong.exchange.domain.edxml;

import java.util.Optional;

/** The nine business statuses of a document (trạng thái xử lý văn bản). */
public enum StatusCode {
    /** Đã đến: the receiver's system has it, its clerk has not looked at it. */
    ARRIVED("01"),
    /** Từ chối tiếp nhận: refused by the receiver; the reason is mandatory. */
    REJECTED("02"),
    /** Đã tiếp nhận: registered by the receiver. */
    ACCEPTED("03"),
    /** Phân công xử lý. */
    ASSIGNED("04"),
    /** Đang xử lý. */
    PROCESSING("05"),
    /** Hoàn thành. */
    FINISHED("06"),
    /** Lấy lại: the sender asks to take the document back. */
    RECALLED("13"),
    /** Đồng ý lấy lại hoặc cập nhật. */
    CHANGE_ACCEPTED("15"),
    /** Từ chối lấy lại hoặc cập nhật. */
    CHANGE_REJECTED("16");

    private final String code;

    StatusCode(String code) {
        this.code = code;
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    /** Whether it has to say why, in its {@code Description}. */
    public boolean needsReason() {
        return this == REJECTED;
    }

    public static Optional<StatusCode> ofCode(String text) {
        for (StatusCode status : values()) {
            if (status.code.equals(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
