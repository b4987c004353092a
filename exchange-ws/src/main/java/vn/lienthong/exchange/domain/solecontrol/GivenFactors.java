package vn.lienthong.exchange.domain.solecontrol;

/** What somebody gave as PIN and one-time password; not checked yet, never shown. */
public record GivenFactors(SigningPin pin, String oneTimePassword) {
    /** Longer texts are cut: they are no PIN and no one-time password, and cost nothing to compare. */
    public static GivenFactors of(String pin, String oneTimePassword) {
        return new GivenFactors(new SigningPin(cut(pin)), cut(oneTimePassword));
    }

    private static String cut(String text) {
        return text.length() <= SigningPin.LONGEST ? text : text.substring(0, SigningPin.LONGEST + 1);
    }

    @Override
    public String toString() {
        return "GivenFactors[hidden]";
    }
}
