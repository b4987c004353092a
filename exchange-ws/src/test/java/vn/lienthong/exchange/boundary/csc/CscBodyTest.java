package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CscBodyTest {
    private static final String HASH = "+/".repeat(21) + "8=";

    @Test
    void takesBothAlphabetsOfBase64WithOrWithoutPadding() {
        byte[] octets = Base64.getDecoder().decode(HASH);
        for (String text : new String[] {
            HASH, HASH.replace("=", ""), HASH.replace('+', '-').replace('/', '_'), "-_".repeat(21) + "8"
        }) {
            assertThat(body("{\"hashes\":[\"" + text + "\"]}")
                            .hashes()
                            .getFirst()
                            .octets())
                    .as(text)
                    .isEqualTo(octets);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "a b", "QUJD\\n", "====", "A", "\\u0041\\u00e9"})
    void refusesWhatIsNoBase64(String text) {
        refused("Invalid Base64 hash string parameter", "{\"hashes\":[\"" + text + "\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "{}", "1"})
    void refusesWhatIsNoArray(String json) {
        refused("Missing (or invalid type) array parameter hash", "{\"hashes\":" + json + "}");
    }

    @Test
    void readsAuthenticationObjectsAndTheMembersOfTheFirstVersion() {
        assertThat(body("{\"authData\":[{\"id\":\"PIN\",\"value\":\"1\"},{\"id\":\"OTP\",\"value\":\"2\"}]}")
                        .authenticationValue("OTP"))
                .contains("2");
        assertThat(body("{\"PIN\":\"1\"}").authenticationValue("PIN")).contains("1");
        assertThat(body("{\"authData\":[]}").authenticationValue("PIN")).isEmpty();
        assertThatThrownBy(
                        () -> body("{\"authData\":[{\"id\":\"PIN\",\"value\":\"1\"},{\"id\":\"PIN\",\"value\":\"2\"}]}")
                                .authenticationValue("PIN"))
                .isInstanceOf(CscRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "\"x\"", "null", "\u0000"})
    void refusesWhatIsNoObject(String text) {
        refused("The request is not a JSON object", text);
    }

    /** Whatever comes, it is read or refused, and nothing else. */
    @Property(tries = 500)
    void readsOrRefuses(@ForAll byte[] octets) {
        try {
            CscBody body = CscBody.parse(octets);
            body.hashes();
        } catch (CscRefusal refused) {
            assertThat(refused.error().status()).isEqualTo(400);
        }
    }

    private static CscBody body(String json) {
        return CscBody.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String json) {
        assertThatThrownBy(() -> body(json).hashes())
                .isInstanceOfSatisfying(
                        CscRefusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CscError.invalidRequest(text)));
    }
}
