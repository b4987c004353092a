package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.SECOND_OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.Stored;

/** Batches at the running server's door. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestBatchIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String POLICY = "keys/hash-rsa2048/policy";

    @TempDir
    private Path folder;

    private final RestClient http = new RestClient();
    private final BatchClient client = new BatchClient(http, HASHES);

    @Test
    void signsEachDocumentAndSaysHowFarItIs() throws Exception {
        String id = client.accepted("hash-p256", 12, RestBatchIT::text);
        JsonNode finished = client.finished(id, SOON);
        assertThat(finished.path("documents").asInt()).isEqualTo(12);
        assertThat(finished.path("signed").asInt()).isEqualTo(12);
        assertThat(finished.path("left").asInt()).isZero();
        assertThat(finished.has("expires")).isTrue();
        assertThat(http.get(HASHES, "signature-batches").json().path("items").findValuesAsText("id"))
                .contains(id);

        JsonNode first = client.get(id, "items?limit=5").json();
        assertThat(first.path("items").findValuesAsText("name"))
                .containsExactly("1.txt", "2.txt", "3.txt", "4.txt", "5.txt");
        assertThat(first.path("nextAfter").asInt()).isEqualTo(5);
        assertThat(client.get(id, "items?after=10").json().path("items").findValuesAsText("position"))
                .containsExactly("11", "12");

        Answer signed = client.get(id, "items/7/signed");
        assertThat(signed.header("Content-Type")).isEqualTo("application/pkcs7-signature");
        assertOpensslAccepts(text(7), signed.body());
    }

    @Test
    void isRepeatedUnderItsKeyAndRefusedUnderTheKeyOfAnother() throws Exception {
        String key = "lo-" + System.nanoTime();
        String parameters = BatchClient.CHEAP.formatted("hash-p256");
        Answer first = client.submit(parameters, 3, RestBatchIT::text, key);
        Answer again = client.submit(parameters, 3, RestBatchIT::text, key);
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(client.submit(parameters, 4, RestBatchIT::text, key).code()).isEqualTo("idempotency-key-reused");
        client.finished(first.json().path("id").asText(), SOON);
    }

    @Test
    void signsWhatCanBeSignedAndSaysWhyTheRestIsNot() throws Exception {
        String parameters = "{\"key\":\"hash-p256\",\"format\":\"XAdES\",\"level\":\"baseline-B\"}";
        Answer answer = client.submit(parameters, 3, i -> i == 2 ? "khong phai XML" : "<vanban>" + i + "</vanban>", "");
        String id = answer.json().path("id").asText();
        JsonNode finished = client.finished(id, SOON);
        assertThat(finished.path("signed").asInt()).isEqualTo(2);
        JsonNode refused = client.get(id, "items?state=refused").json().path("items");
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).path("position").asInt()).isEqualTo(2);
        assertThat(refused.get(0).path("code").asText()).isEqualTo("document-not-signable");
        assertThat(refused.get(0).path("detail").asText()).startsWith("Văn bản không thể ký số");
        assertThat(client.get(id, "items/2/signed").code()).isEqualTo("document-not-signable");
        assertThat(client.get(id, "items/4/signed").code()).isEqualTo("not-found");
    }

    @Test
    void isNothingToAnybodyElse() throws Exception {
        String id = client.accepted("hash-p256", 1, RestBatchIT::text);
        client.finished(id, SOON);
        for (String other : List.of(OFFICIAL, BAC_KAN)) {
            BatchClient stranger = new BatchClient(http, other);
            for (String what : List.of("", "items", "items/1/signed", "signed.zip")) {
                assertThat(stranger.get(id, what).code()).as(what).isEqualTo("not-found");
            }
            assertThat(stranger.cancel(id).code()).isEqualTo("not-found");
            assertThat(http.get(other, "signature-batches").json().toString()).doesNotContain(id);
        }
        assertThat(new BatchClient(http, MINISTRY).get(id, "items").code()).isEqualTo("not-permitted");
        assertThat(http.send(RestClient.anonymous("/api/v1/signature-batches/" + id))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void isCancelledForWhatWasNotBegun() throws Exception {
        String id = client.accepted("hash-rsa2048", 1500, RestBatchIT::text);
        client.awaitSigned(id, 5);
        assertThat(client.cancel(id).json().has("cancelled")).isTrue();
        JsonNode finished = client.finished(id, SOON);
        int signed = finished.path("signed").asInt();
        assertThat(signed).isBetween(5, 1499);
        assertThat(finished.path("refused").asInt()).isEqualTo(1500 - signed);
        assertThat(client.get(id, "items?state=refused&limit=1")
                        .json()
                        .at("/items/0/code")
                        .asText())
                .isEqualTo("batch-cancelled");
        assertThat(client.get(id, "items/1/signed").status()).isEqualTo(200);
        assertThat(client.cancel(id).status()).isEqualTo(200);
        assertThat(AuditBodies.of("batch-cancelled").stream().filter(body -> body.contains(id)))
                .hasSize(1);
    }

    @Test
    void refusesTheRestWhenItsKeyIsDisabled() throws Exception {
        String holds = http.get(OPERATOR, POLICY).json().at("/policy/version").asText();
        String id = client.accepted("hash-rsa2048", 1500, RestBatchIT::text);
        client.awaitSigned(id, 5);
        Answer stopped = put("{\"enabled\":false,\"uses\":[\"DIGESTS\",\"CADES\"],\"basedOn\":\"" + holds + "\"}");
        try {
            assertThat(stopped.status()).isEqualTo(200);
            int signedThen = client.batch(id).path("signed").asInt();
            JsonNode finished = client.finished(id, SOON);
            int signed = finished.path("signed").asInt();
            // what had been recorded when the policy changed, and nothing after that
            assertThat(signed).isBetween(5, signedThen);
            assertThat(finished.path("refused").asInt()).isEqualTo(1500 - signed);
            JsonNode refused =
                    client.get(id, "items?state=refused&limit=1000").json().path("items");
            assertThat(refused.findValuesAsText("code")).containsOnly("key-use-not-allowed");
            assertThat(client.get(id, "items/1/signed").status()).isEqualTo(200);
            assertThat(client.submit(BatchClient.CHEAP.formatted("hash-rsa2048"), 1, RestBatchIT::text, "")
                            .code())
                    .isEqualTo("key-use-not-allowed");
        } finally {
            String now = stopped.json().path("version").asText();
            String asked =
                    put("{\"enabled\":true,\"uses\":[\"DIGESTS\",\"PADES\",\"XADES\",\"CADES\",\"JADES\",\"ASIC\"],"
                                    + "\"basedOn\":\"" + now + "\"}")
                            .json()
                            .path("version")
                            .asText();
            assertThat(http.post(SECOND_OPERATOR, "key-policy-proposals/" + asked + "/approval", "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesNothingOfARequestThatIsNone() throws Exception {
        Stored before = Stored.now();
        String good = BatchClient.CHEAP.formatted("hash-p256");
        assertThat(client.submit(good, 0, RestBatchIT::text, "").code()).isEqualTo("parameter-missing");
        assertThat(client.submit("{}", 1, RestBatchIT::text, "").code()).isEqualTo("parameter-missing");
        assertThat(client.submit("{\"key\":\"seal-ubnd-bac-kan\"}", 1, RestBatchIT::text, "")
                        .code())
                .isEqualTo("key-not-yours");
        assertThat(client.submit("{\"key\":\"log-seal\"}", 1, RestBatchIT::text, "")
                        .code())
                .isEqualTo("key-unknown");
        assertThat(new BatchClient(http, MINISTRY)
                        .submit(good, 1, RestBatchIT::text, "")
                        .code())
                .isEqualTo("not-permitted");
        assertThat(http.get(HASHES, "signature-batches/khong-co").code()).isEqualTo("not-found");
        before.assertUnchanged("requests that are no batches");

        Answer many = client.submit(good, 10_001, i -> "x", "");
        assertThat(many.code()).isEqualTo("batch-too-large");
        assertThat(many.status()).isEqualTo(413);
    }

    private Answer put(String body) throws IOException, InterruptedException {
        return http.send(RestClient.as(OPERATOR, POLICY)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private void assertOpensslAccepts(String document, byte[] signature) throws IOException {
        Path signed = Files.write(folder.resolve("signed.p7s"), signature);
        Path content = Files.writeString(folder.resolve("content.txt"), document, StandardCharsets.UTF_8);
        Commands.succeed(
                folder,
                List.of(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        signed.toString(),
                        "-content",
                        content.toString(),
                        "-noverify",
                        "-out",
                        folder.resolve("out").toString()));
    }

    private static String text(int position) {
        return "Văn bản số " + position;
    }
}
