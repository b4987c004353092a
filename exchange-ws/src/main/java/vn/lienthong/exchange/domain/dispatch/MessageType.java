package vn.lienthong.exchange.domain.dispatch;

import java.util.Optional;

/** What a message carries, as VXP names it in {@code messagetype}. */
public enum MessageType {
    /** A document (văn bản). */
    EDOC("edoc"),
    /** A business status of an earlier document (trạng thái xử lý văn bản). */
    STATUS("status");

    private final String wireName;

    MessageType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<MessageType> ofWireName(String text) {
        for (MessageType type : values()) {
            if (type.wireName.equalsIgnoreCase(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
