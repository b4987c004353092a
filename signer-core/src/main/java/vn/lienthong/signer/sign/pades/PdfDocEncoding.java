package vn.lienthong.signer.sign.pades;

/**
 * The octets of texts that do not say to be Unicode: Latin-1 but for two ranges and the soft hyphen, which is undefined there.
 *
 * <p>Source: ISO 32000-2 Annex D.2, table D.2.
 */
final class PdfDocEncoding {
    private static final int FROM_ACCENTS = 0x18;
    /** Breve to small tilde. */
    private static final String ACCENTS = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";

    private static final int FROM_MARKS = 0x80;
    /** Bullet to the sign of the euro, with 9F undefined. */
    private static final String MARKS =
            "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019"
                    + "\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    private static final int SOFT_HYPHEN = 0xad;
    private static final char UNDEFINED = '\uFFFD';

    private PdfDocEncoding() {}

    static String text(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (byte octet : octets) {
            text.append(character(octet & 0xff));
        }
        return text.toString();
    }

    private static char character(int octet) {
        if (octet >= FROM_ACCENTS && octet < FROM_ACCENTS + ACCENTS.length()) {
            return ACCENTS.charAt(octet - FROM_ACCENTS);
        }
        if (octet >= FROM_MARKS && octet < FROM_MARKS + MARKS.length()) {
            return MARKS.charAt(octet - FROM_MARKS);
        }
        return octet == SOFT_HYPHEN ? UNDEFINED : (char) octet;
    }
}
