package vn.lienthong.exchange.domain.edxml;

/** What characters a message can carry at all, escaped or not. Source: XML 1.0 (Fifth Edition), production 2, Char. */
public final class XmlText {
    private XmlText() {}

    /** Whether all of the text can be written in a message: it has no control characters and no half pairs. */
    public static boolean fits(String text) {
        return text.codePoints().allMatch(XmlText::isChar);
    }

    /** The text with a replacement character for each that no message can carry. */
    public static String fitted(String text) {
        return fits(text)
                ? text
                : text.codePoints()
                        .map(point -> isChar(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isChar(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
