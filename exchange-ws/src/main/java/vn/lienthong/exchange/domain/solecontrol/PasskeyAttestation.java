package vn.lienthong.exchange.domain.solecontrol;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.account.OpaqueToken;

/**
 * A new key as an authenticator made it; nothing of it is checked yet. All in base64url. Source: WebAuthn §5.2.1.
 *
 * @param nonce that the challenge was made with
 */
public record PasskeyAttestation(OpaqueToken nonce, String clientDataJson, String attestationObject) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,16000}");

    /** Empty if it cannot be one. */
    public static Optional<PasskeyAttestation> of(String nonce, String clientDataJson, String attestationObject) {
        return Stream.of(nonce, clientDataJson, attestationObject)
                        .allMatch(text -> FORM.matcher(text).matches())
                ? Optional.of(new PasskeyAttestation(new OpaqueToken(nonce), clientDataJson, attestationObject))
                : Optional.empty();
    }
}
