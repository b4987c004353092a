package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/**
 * What is answered without JAX-RS is what JAX-RS answers: each request is sent as it is usually spelled, and with a list in
 * its Accept field, which only JAX-RS reads.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DirectAnswersIT {
    private static final String FOR_JAX_RS = "*/*, */*;q=0.1";
    private static final String DIGEST = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String JSON = "application/json";

    /** Of each answer its own. */
    private static final List<String> OWN = List.of("date", "x-request-id", "content-digest", "content-length");

    @Test
    void signsDigests() throws Exception {
        String body = "{\"key\":\"hash-rsa2048\",\"scheme\":\"RSA_PKCS1_SHA256\",\"digests\":[\"" + DIGEST + "\"]}";
        try (RestClient client = new RestClient()) {
            Answer answer = sameOfBoth(client, HASHES, "hashes/signatures", JSON, body);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("signatures")).hasSize(1);
        }
    }

    @Test
    void stampsAndSignsInBothWays() throws Exception {
        String stamp = "{\"hashAlgorithm\":\"SHA-256\",\"digest\":\"" + DIGEST + "\"}";
        String document = part("parameters", "{\"key\":\"hash-p256\",\"format\":\"CAdES\",\"level\":\"baseline-B\"}")
                + part("document", "Kính gửi");
        try (RestClient client = new RestClient()) {
            for (Answer answer : both(client, HASHES, "timestamps", JSON, stamp)) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(RestClient.names(answer.json())).containsExactly("token", "genTime", "serialNumber");
            }
            List<Answer> signed = both(client, HASHES, "signatures", FORM, document + "--x--\r\n");
            for (Answer answer : signed) {
                assertThat(answer.status()).as(text(answer)).isEqualTo(200);
                assertThat(answer.header("Content-Digest")).startsWith("sha-256=:");
                assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
            }
            assertThat(headers(signed.getFirst())).isEqualTo(headers(signed.getLast()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashes/signatures", "timestamps", "signatures"})
    void refusesAlike(String path) throws Exception {
        String type = path.equals("signatures") ? FORM : JSON;
        try (RestClient client = new RestClient()) {
            assertRefused(401, both(client, "", path, type, "{}"));
            assertRefused(403, both(client, OPERATOR, path, type, "{}"));
            for (String body : List.of(
                    "",
                    "{}",
                    "{\"khong-co\":1}",
                    "[".repeat(5000),
                    "{\"key\":\"khong-co\",\"scheme\":\"ECDSA_SHA256\",\"digests\":[\"" + DIGEST + "\"]}",
                    "{\"key\":\"hash-p256\",\"scheme\":\"SHA1\",\"digests\":[]}",
                    "--x\r\n\r\n",
                    part("parameters", "{\"key\":\"khong-co\"}") + part("document", "a") + "--x--\r\n",
                    part("parameters", "{\"key\":1}") + "--x--\r\n",
                    part("document", "a") + "--x--\r\n",
                    " ".repeat(1_100_000))) {
                Answer answer = sameOfBoth(client, OFFICIAL, path, type, body);
                assertThat(answer.status()).as(text(answer)).isBetween(400, 499);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.json().get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
            }
        }
    }

    private static void assertRefused(int status, List<Answer> answers) throws Exception {
        assertThat(answers).extracting(Answer::status).containsOnly(status);
        assertThat(headers(answers.getFirst())).isEqualTo(headers(answers.getLast()));
        assertThat(body(answers.getFirst())).isEqualTo(body(answers.getLast()));
    }

    private static Answer sameOfBoth(RestClient client, String account, String path, String type, String body)
            throws Exception {
        List<Answer> answers = both(client, account, path, type, body);
        Answer direct = answers.getFirst();
        Answer jaxRs = answers.getLast();
        assertThat(direct.status()).as(text(direct)).isEqualTo(jaxRs.status());
        assertThat(headers(direct)).isEqualTo(headers(jaxRs));
        assertThat(body(direct)).isEqualTo(body(jaxRs));
        return direct;
    }

    private static List<Answer> both(RestClient client, String account, String path, String type, String body)
            throws Exception {
        return List.of(
                client.send(request(account, path, type, body)),
                client.send(request(account, path, type, body).header("Accept", FOR_JAX_RS)));
    }

    private static HttpRequest.Builder request(String account, String path, String type, String body) throws Exception {
        HttpRequest.Builder request =
                account.isEmpty() ? RestClient.anonymous("/api/v1/" + path) : RestClient.as(account, path);
        return request.header("Content-Type", type)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body));
    }

    private static String part(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> OWN.contains(name.toLowerCase(Locale.ROOT)));
        return headers;
    }

    private static ObjectNode body(Answer answer) throws Exception {
        ObjectNode body = (ObjectNode) answer.json();
        body.remove("requestId");
        return body;
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
