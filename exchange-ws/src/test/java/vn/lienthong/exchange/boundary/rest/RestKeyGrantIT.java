package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.SECOND_OPERATOR;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.AuditBodies;

/** A key is taken by one operator and given by two, at the running server's door. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestKeyGrantIT {
    private static final String GRANTS = "keys/hash-rsa3072/grants";
    private static final String GRANT = GRANTS + "/" + HASHES;

    @Test
    void oneTakesAKeyAndTwoGiveItBack() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(holders(client)).contains(HASHES);
            assertThat(sign(client).status()).isEqualTo(200);
            long before = AuditBodies.count("key-grant-withdrawn");

            assertThat(client.send(RestClient.as(OPERATOR, GRANT).DELETE()).status())
                    .isEqualTo(204);
            assertThat(sign(client).code()).isEqualTo("key-not-yours");
            assertThat(holders(client)).doesNotContain(HASHES);
            assertThat(client.send(RestClient.as(OPERATOR, GRANT).DELETE()).code())
                    .isEqualTo("not-found");
            assertThat(AuditBodies.count("key-grant-withdrawn")).isEqualTo(before + 1);

            Answer asked = put(client, OPERATOR, GRANT);
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.json().get("state").asText()).isEqualTo("proposed");
            assertThat(put(client, SECOND_OPERATOR, GRANT).code()).isEqualTo("key-grant-changed");
            assertThat(sign(client).code()).isEqualTo("key-not-yours");
            String id = asked.json().get("id").asText();
            String approval = "key-grant-proposals/" + id + "/approval";
            assertThat(client.get(SECOND_OPERATOR, "key-grant-proposals").json().toString())
                    .contains(id);
            assertThat(client.post(OPERATOR, approval, "").code()).isEqualTo("second-person-needed");
            assertThat(client.post(SECOND_OPERATOR, approval, "").status()).isEqualTo(200);
            assertThat(sign(client).status()).isEqualTo(200);
            assertThat(put(client, OPERATOR, GRANT).status()).isEqualTo(200);
            assertThat(client.post(SECOND_OPERATOR, approval, "").code()).isEqualTo("key-grant-changed");
        }
    }

    @Test
    void isForOperatorsAndForNamesAndKeysThatCanBe() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer asked = put(client, OPERATOR, GRANTS + "/" + OFFICIAL);
            assertThat(asked.status()).isEqualTo(202);
            String proposal = "key-grant-proposals/" + asked.json().get("id").asText();
            assertThat(client.get(OFFICIAL, GRANTS).code()).isEqualTo("not-permitted");
            assertThat(put(client, OFFICIAL, GRANTS + "/" + OFFICIAL).code()).isEqualTo("not-permitted");
            assertThat(client.send(RestClient.as(OFFICIAL, GRANT).DELETE()).code())
                    .isEqualTo("not-permitted");
            assertThat(client.get(OFFICIAL, "key-grant-proposals").code()).isEqualTo("not-permitted");
            assertThat(client.post(OFFICIAL, proposal + "/approval", "").code()).isEqualTo("not-permitted");
            assertThat(client.send(RestClient.as(OFFICIAL, proposal).DELETE()).code())
                    .isEqualTo("not-permitted");
            assertThat(client.send(RestClient.as(SECOND_OPERATOR, proposal).DELETE())
                            .status())
                    .isEqualTo(204);
            assertThat(client.post(SECOND_OPERATOR, proposal + "/approval", "").code())
                    .isEqualTo("key-grant-changed");

            assertThat(put(client, OPERATOR, GRANTS + "/khong-co-ai").code()).isEqualTo("not-found");
            assertThat(put(client, OPERATOR, "keys/KH%C3%93A/grants/" + OFFICIAL)
                            .code())
                    .isEqualTo("parameter-invalid");
            assertThat(put(client, OPERATOR, GRANTS + "/%00").status()).isBetween(400, 404);
            assertThat(client.post(OPERATOR, "key-grant-proposals/x/approval", "")
                            .code())
                    .isEqualTo("parameter-invalid");
        }
    }

    private static String holders(RestClient client) throws Exception {
        return client.get(OPERATOR, GRANTS).json().get("accounts").toString();
    }

    private static Answer put(RestClient client, String account, String path) throws Exception {
        return client.send(RestClient.as(account, path).PUT(BodyPublishers.noBody()));
    }

    private static Answer sign(RestClient client) throws Exception {
        String digest = Base64.getEncoder().encodeToString(new byte[32]);
        return client.post(
                HASHES,
                "hashes/signatures",
                "{\"key\":\"hash-rsa3072\",\"scheme\":\"RSA_PKCS1_SHA256\",\"digests\":[\"" + digest + "\"]}");
    }
}
