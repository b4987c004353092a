package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.SECOND_OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** The two operators of one key. */
record KeyPolicyClient(RestClient http, String key) {
    private static final String ALL = "\"uses\":[\"DIGESTS\",\"PADES\",\"XADES\",\"CADES\",\"JADES\",\"ASIC\"]";

    long usedInAll() throws IOException, InterruptedException {
        return policy().get("usedInAll").asLong();
    }

    /** The key may do no more than that from now on, which one operator decides. */
    void narrow(String body) throws IOException, InterruptedException {
        Answer answer = put(body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    /** The key may do everything that a key of the demonstration may, which takes both. */
    void open() throws IOException, InterruptedException {
        String asked = put(ALL).json().path("version").asText();
        assertThat(http.post(SECOND_OPERATOR, "key-policy-proposals/" + asked + "/approval", "")
                        .status())
                .isEqualTo(200);
    }

    private Answer put(String body) throws IOException, InterruptedException {
        String holds = policy().at("/policy/version").asText();
        return http.send(RestClient.as(OPERATOR, "keys/" + key + "/policy")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"enabled\":true," + body + ",\"basedOn\":\"" + holds + "\"}")));
    }

    private JsonNode policy() throws IOException, InterruptedException {
        return http.get(OPERATOR, "keys/" + key + "/policy").json();
    }
}
