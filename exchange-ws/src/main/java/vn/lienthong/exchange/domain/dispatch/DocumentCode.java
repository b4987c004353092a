package vn.lienthong.exchange.domain.dispatch;

/**
 * Number and notation of a document (số, ký hiệu), such as {@code 7816} and {@code VPCP-TTĐT}.
 *
 * @param number {@code CodeNumber}; empty where the message has none, as in a status
 * @param notation {@code CodeNotation}
 */
public record DocumentCode(String number, String notation) {
    public static final DocumentCode NONE = new DocumentCode("", "");

    /** As it is printed on the document: number/notation. */
    @Override
    public String toString() {
        if (notation.isEmpty()) {
            return number;
        }
        return number.isEmpty() ? notation : number + "/" + notation;
    }
}
