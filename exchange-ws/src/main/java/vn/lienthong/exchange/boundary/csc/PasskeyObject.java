package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.Commitment;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAssertion;

/**
 * The authentication object of type ChallengeResponse: a passkey that a trusted application asks for on its own pages.
 *
 * <p>Source: CSC API v2, sections 11.5 (auth/objects) and 11.9; WebAuthn §5.1.4.
 */
final class PasskeyObject {
    static final String ID = "PASSKEY";

    private PasskeyObject() {}

    static void describe(ObjectNode object) {
        object.put("type", "ChallengeResponse").put("id", ID).put("format", "A").put("label", "Khóa truy cập");
        object.put("description", "Khóa truy cập (passkey) đã đăng ký, thay cho mã xác thực một lần");
    }

    /** What the application hands to the browser, and gives back: the nonce says which challenge it was. */
    static ObjectNode challenge(Passkeys passkeys, Caller official, Commitment commitment) {
        OpaqueToken nonce = passkeys.nonce(official);
        ObjectNode answer = Json.shared().createObjectNode();
        answer.put("challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(commitment.challenge(nonce)));
        answer.put("nonce", nonce.value());
        answer.put("rpId", passkeys.relyingParty());
        ArrayNode ids = answer.putArray("allowCredentials");
        passkeys.of(official).stream().map(Passkey::id).forEach(ids::add);
        return answer;
    }

    /** @throws CscRefusal if the value is no answer of an authenticator */
    static PasskeyAssertion assertion(String value) {
        return read(value).orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter authData"));
    }

    private static Optional<PasskeyAssertion> read(String value) {
        try {
            CscBody body = CscBody.parse(value.getBytes(StandardCharsets.UTF_8));
            return PasskeyAssertion.of(
                    body.text("id"),
                    body.text("nonce"),
                    body.text("clientDataJSON"),
                    body.text("authenticatorData"),
                    body.text("signature"));
        } catch (CscRefusal malformed) {
            return Optional.empty();
        }
    }
}
