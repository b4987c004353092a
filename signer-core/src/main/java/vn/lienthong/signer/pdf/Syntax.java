package vn.lienthong.signer.pdf;

/** The classes of characters. Source: ISO 32000-2 §7.2.3. */
final class Syntax {
    private Syntax() {}

    static boolean isWhite(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    static boolean isDelimiter(int c) {
        return switch (c) {
            case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' -> true;
            default -> false;
        };
    }

    /** Neither white space nor a delimiter nor the end. */
    static boolean isRegular(int c) {
        return c >= 0 && !isWhite(c) && !isDelimiter(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
