package vn.lienthong.exchange.domain.edxml;

/**
 * Number and notation of a document (số và ký hiệu).
 *
 * @param codeNumber such as {@code 7816}
 * @param codeNotation such as {@code VPCP-TTĐT}
 */
public record Code(String codeNumber, String codeNotation) {
    /** As it stands on the document: {@code 7816/VPCP-TTĐT}. */
    @Override
    public String toString() {
        return codeNumber + "/" + codeNotation;
    }
}
