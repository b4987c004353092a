package vn.lienthong.exchange.domain.solecontrol;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.account.OpaqueToken;

/**
 * What an authenticator answered to a challenge; nothing of it is checked yet. All in base64url.
 *
 * <p>Source: WebAuthn §5.2.2.
 *
 * @param nonce that the challenge was made with
 */
public record PasskeyAssertion(
        String credentialId, OpaqueToken nonce, String clientDataJson, String authenticatorData, String signature) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,4000}");

    /** Empty if it cannot be one. */
    public static Optional<PasskeyAssertion> of(
            String credentialId, String nonce, String clientDataJson, String authenticatorData, String signature) {
        return Stream.of(credentialId, nonce, clientDataJson, authenticatorData, signature)
                        .allMatch(text -> FORM.matcher(text).matches())
                ? Optional.of(new PasskeyAssertion(
                        credentialId, new OpaqueToken(nonce), clientDataJson, authenticatorData, signature))
                : Optional.empty();
    }
}
