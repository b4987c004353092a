package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.SECOND_OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** Key policies at the running server's door: one person stops a key, two let it sign again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestKeyPolicyIT {
    private static final String KEY = "keys/hash-rsa3072/policy";
    private static final String ANYTHING = "\"uses\":[\"DIGESTS\"]";

    @Test
    void oneStopsAKeyAndTwoLetItSignAgain() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode before = client.get(OPERATOR, KEY).json();
            signs(client);
            JsonNode after = client.get(OPERATOR, KEY).json();
            assertThat(after.get("usedInAll").asLong())
                    .isEqualTo(before.get("usedInAll").asLong() + 1);

            String holds = after.at("/policy/version").asText();
            Answer stopped = put(client, OPERATOR, "{\"enabled\":false," + ANYTHING + based(holds));
            assertThat(stopped.status()).isEqualTo(200);
            assertThat(stopped.json().get("state").asText()).isEqualTo("effective");
            assertThat(sign(client).code()).isEqualTo("key-use-not-allowed");

            String now = stopped.json().get("version").asText();
            Answer asked = put(client, OPERATOR, "{\"enabled\":true," + ANYTHING + based(now));
            assertThat(asked.status()).isEqualTo(202);
            assertThat(sign(client).status()).isEqualTo(403);
            String id = asked.json().get("version").asText();
            String approval = "key-policy-proposals/" + id + "/approval";
            assertThat(client.get(SECOND_OPERATOR, "key-policy-proposals")
                            .json()
                            .get("items")
                            .findValuesAsText("version"))
                    .contains(id);
            assertThat(client.post(OPERATOR, approval, "").code()).isEqualTo("second-person-needed");
            assertThat(client.post(OFFICIAL, approval, "").code()).isEqualTo("not-permitted");
            assertThat(client.post(SECOND_OPERATOR, approval, "").status()).isEqualTo(200);
            signs(client);
            assertThat(client.post(SECOND_OPERATOR, approval, "").code()).isEqualTo("key-policy-changed");
        }
    }

    @Test
    void refusesWhatIsNoPolicyAndWhoIsNoOperator() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(client.get(OFFICIAL, KEY).code()).isEqualTo("not-permitted");
            assertThat(put(client, OFFICIAL, "{\"enabled\":true," + ANYTHING + "}")
                            .code())
                    .isEqualTo("not-permitted");
            for (String body : new String[] {
                "{}",
                "{\"enabled\":true}",
                "{\"enabled\":true,\"uses\":[\"EVERYTHING\"]}",
                "{\"enabled\":true,\"uses\":[null]}",
                "{\"enabled\":true," + ANYTHING + ",\"hours\":[\"SOMEDAY 07:30-17:30\"]}",
                "{\"enabled\":true," + ANYTHING + ",\"documentKinds\":[\"công văn\"]}",
                "{\"enabled\":true," + ANYTHING + ",\"perDay\":-1}",
                "{\"enabled\":true," + ANYTHING + ",\"basedOn\":\"x\"}",
                "{\"enabled\":true," + ANYTHING + ",\"unknown\":1}"
            }) {
                assertThat(put(client, OPERATOR, body).status()).as(body).isEqualTo(400);
            }
            assertThat(put(client, OPERATOR, "{\"enabled\":false," + ANYTHING + "}")
                            .code())
                    .isEqualTo("key-policy-changed");
            assertThat(client.send(RestClient.as(OPERATOR, "keys/../policy")).status())
                    .isBetween(400, 404);
        }
    }

    private static void signs(RestClient client) throws IOException, InterruptedException {
        Answer answer = sign(client);
        assertThat(answer.status()).as(answer.code()).isEqualTo(200);
    }

    private static Answer sign(RestClient client) throws IOException, InterruptedException {
        String digest = Base64.getEncoder().encodeToString(new byte[32]);
        return client.post(
                HASHES,
                "hashes/signatures",
                "{\"key\":\"hash-rsa3072\",\"scheme\":\"RSA_PKCS1_SHA256\",\"digests\":[\"" + digest + "\"]}");
    }

    private static Answer put(RestClient client, String account, String body) throws IOException, InterruptedException {
        return client.send(RestClient.as(account, KEY)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static String based(String version) {
        return ",\"basedOn\":\"" + version + "\"}";
    }
}
