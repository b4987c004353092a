package vn.lienthong.exchange.domain.agency;

/** What the texts of the directory may be: clerks read them, and lists of a hundred thousand agencies hold them. */
public final class AgencyTexts {
    /** Source: QCVN 102:2016/BTTTT, OrganName. */
    private static final int LONGEST_NAME = 200;

    /** Source: QCVN 102:2016/BTTTT, Email. */
    private static final int LONGEST_MAIL = 100;

    private AgencyTexts() {}

    /**
     * 1 to 200 characters, none of them a control or a format character: the latter let a name look like another's. Blank
     * at neither end.
     */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.equals(text.strip())
                && text.codePoints().allMatch(AgencyTexts::isPrintable);
    }

    /** Something at something, without blanks. */
    public static boolean isMail(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST_MAIL
                && at > 0
                && at < text.length() - 1
                && at == text.lastIndexOf('@')
                && text.codePoints().allMatch(c -> isPrintable(c) && !Character.isWhitespace(c));
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
