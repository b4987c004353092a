package vn.lienthong.exchange.domain.solecontrol;

import java.util.regex.Pattern;

/** The PIN that an official chooses for signing, in clear: on its way through memory, never stored or shown. */
public record SigningPin(String digits) {
    private static final Pattern FORM = Pattern.compile("\\d{6,16}");

    /** What is typed where a PIN is asked for; whether it is one that could be chosen does not matter there. */
    public static final int LONGEST = 16;

    /** Six to sixteen digits that are neither all the same nor a run such as 123456 or 987654. */
    public static boolean isAcceptable(String digits) {
        return FORM.matcher(digits).matches() && !isRun(digits, 0) && !isRun(digits, 1) && !isRun(digits, -1);
    }

    private static boolean isRun(String digits, int step) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) - digits.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "SigningPin[hidden]";
    }
}
