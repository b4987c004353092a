package vn.lienthong.exchange.domain.dispatch;

/**
 * The sender's identifier of a document (mã định danh văn bản), such as
 * {@code 000.00.00.G22,2015/09/30,7816/VPCP-TTĐT}; unique for its sender.
 *
 * @param value 1 to 200 characters, none of them a control character
 */
public record DocumentId(String value) {
    public DocumentId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a DocumentId is 1 to 200 characters without control characters");
        }
    }

    public static boolean isWellFormed(String text) {
        return !text.isBlank() && text.length() <= 200 && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return value;
    }
}
