package vn.lienthong.exchange.domain.solecontrol;

import java.util.Optional;

/**
 * What somebody gave as PIN and second factor; not checked yet, never shown.
 *
 * @param passkey what an authenticator answered, in the place of a one-time password
 */
public record GivenFactors(SigningPin pin, String oneTimePassword, Optional<PasskeyAssertion> passkey) {
    /** Longer texts are cut: they are no PIN and no one-time password, and cost nothing to compare. */
    public static GivenFactors of(String pin, String oneTimePassword) {
        return new GivenFactors(new SigningPin(cut(pin)), cut(oneTimePassword), Optional.empty());
    }

    public static GivenFactors of(String pin, PasskeyAssertion passkey) {
        return new GivenFactors(new SigningPin(cut(pin)), "", Optional.of(passkey));
    }

    /** Which factor is given beside the PIN. */
    public Factor second() {
        return passkey.isPresent() ? Factor.PASSKEY : Factor.TOTP;
    }

    private static String cut(String text) {
        return text.length() <= SigningPin.LONGEST ? text : text.substring(0, SigningPin.LONGEST + 1);
    }

    @Override
    public String toString() {
        return "GivenFactors[hidden]";
    }
}
