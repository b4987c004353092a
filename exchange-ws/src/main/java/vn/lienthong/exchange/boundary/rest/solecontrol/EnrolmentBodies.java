package vn.lienthong.exchange.boundary.rest.solecontrol;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.solecontrol.Enrol;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;

/** The bodies of enrolling. */
final class EnrolmentBodies {
    private static final int LONGEST = 100;

    private EnrolmentBodies() {}

    /** What the operator hands over. */
    @Schema(name = "SigningFactorEnrolment")
    record Opened(
            @Schema(description = "For the official alone, by another way than the access code")
            String code,

            @Schema(description = "Until when it can be used")
            Instant expiresAt) {
        static Opened of(Enrol.Opened opened) {
            return new Opened(opened.code().value(), opened.expiresAt());
        }

        @Override
        public String toString() {
            return "Opened[hidden]";
        }
    }

    /** What the official chooses. */
    @Schema(name = "SigningFactorChoice")
    record Choice(
            @Schema(required = true, description = "From the operator") @Nullable String code,

            @Schema(
                    required = true,
                    description = "6 to 16 digits, neither all the same nor a run",
                    pattern = "[0-9]{6,16}")
            @Nullable String pin) {
        OpaqueToken enrolmentCode() {
            return EnrolmentBodies.code(code);
        }

        SigningPin signingPin() {
            return new SigningPin(Parameters.required("pin", pin));
        }

        @Override
        public String toString() {
            return "Choice[hidden]";
        }
    }

    /** What makes the one-time passwords. */
    @Schema(name = "OneTimePasswordSecret")
    record Secret(
            @Schema(description = "To be typed into an authenticator: Base32, TOTP, SHA-1, 6 digits, 30 seconds")
            String secret,

            @Schema(description = "The same for a QR code that an authenticator reads")
            String uri) {
        static Secret of(TotpSecret totp, String account) {
            return new Secret(totp.base32(), totp.keyUri(account));
        }

        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /** The first one-time password. */
    @Schema(name = "SigningFactorConfirmation")
    record Confirmation(
            @Schema(required = true, description = "From the operator") @Nullable String code,

            @Schema(required = true, description = "As the authenticator shows it", pattern = "[0-9]{6}") @Nullable String oneTimePassword) {
        OpaqueToken enrolmentCode() {
            return EnrolmentBodies.code(code);
        }

        String password() {
            String text = Parameters.required("oneTimePassword", oneTimePassword);
            if (text.length() > LONGEST) {
                throw Parameters.invalid("oneTimePassword");
            }
            return text;
        }

        @Override
        public String toString() {
            return "Confirmation[hidden]";
        }
    }

    private static OpaqueToken code(@Nullable String code) {
        String text = Parameters.required("code", code);
        if (text.length() > LONGEST) {
            throw Parameters.invalid("code");
        }
        return new OpaqueToken(text);
    }
}
