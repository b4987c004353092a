package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.TestLetter;

/** The feed and the webhooks as a client sees them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestEventsIT {
    private static final String EDXML = "application/edxml+xml";

    @TempDir
    Path folder;

    @Test
    void whoWaitsHearsOfItAtOnceAndNobodyElseDoes() throws Exception {
        Path document = TestLetter.write(
                folder.resolve("sent.edxml"), TestLetter.numberOfThisRun(471), 1000, TestLetter.MINISTRY);
        try (RestClient client = new RestClient();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            String ministry = cursor(client, MINISTRY);
            String others = cursor(client, CAO_BANG);
            // Of this kind alone: what other tests sent is still being sealed, and is told of too.
            String received = "events?type=vn.lienthong.dispatch.received";
            Future<Answer> waits = threads.submit(() -> client.get(MINISTRY, received + "&wait=40&after=" + ministry));
            Future<Answer> waitsInVain =
                    threads.submit(() -> client.get(CAO_BANG, received + "&wait=34&after=" + others));
            Thread.sleep(1_000);
            long began = System.nanoTime();
            String id = client.post(BAC_KAN, "dispatches", EDXML, document)
                    .json()
                    .get("id")
                    .asText();
            Answer told = waits.get();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(subjects(told)).contains(id);
            assertThat(told.json().get("items").get(0).get("type").asText())
                    .isEqualTo("vn.lienthong.dispatch.received");
            String next = told.json().get("nextCursor").asText();
            assertThat(subjects(client.get(MINISTRY, "events?after=" + next))).doesNotContain(id);

            Answer nothing = waitsInVain.get();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("longer than a container's own limit")
                    .isGreaterThan(Duration.ofSeconds(32));
            assertThat(nothing.status()).isEqualTo(200);
            assertThat(nothing.json().get("items")).isEmpty();
        }
    }

    @Test
    void aHundredWaitWithoutAThreadEach() throws Exception {
        try (RestClient client = new RestClient();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Answer>> waiting = new ArrayList<>();
            for (String account : List.of(MINISTRY, BAC_KAN, CAO_BANG)) {
                String cursor = cursor(client, account);
                for (int i = 0; i < 25; i++) {
                    waiting.add(threads.submit(() -> client.get(
                            account, "events?type=vn.lienthong.webhook.disabled" + "&wait=4&after=" + cursor)));
                }
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> one : waiting) {
                statuses.add(one.get().status());
            }
            assertThat(statuses).contains(200, 429).containsOnly(200, 429);
            assertThat(statuses.stream().filter(status -> status == 200).count())
                    .isBetween(55L, 60L);
            assertThat(client.get(MINISTRY, "events?limit=1").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsNotTheCallers() throws Exception {
        try (RestClient client = new RestClient()) {
            String cursor = cursor(client, MINISTRY);
            assertThat(client.get(BAC_KAN, "events?after=" + cursor).code()).isEqualTo("parameter-invalid");
            assertThat(client.get(BAC_KAN, "events?agency=000.00.00.G06").code())
                    .isEqualTo("not-permitted");
            assertThat(client.get(AUDITOR, "events").code()).isEqualTo("not-permitted");
            for (String wrong : List.of("limit=0", "limit=1001", "wait=61", "type=x", "after=", "after=AA")) {
                assertThat(client.get(MINISTRY, "events?" + wrong).code())
                        .as(wrong)
                        .isEqualTo("parameter-invalid");
            }

            String body = "{\"agency\":\"000.00.00.G06\",\"url\":\"https://nhan.invalid/a\"}";
            assertThat(client.post(BAC_KAN, "webhooks", body).code()).isEqualTo("not-permitted");
            Answer made = client.post(MINISTRY, "webhooks", body);
            assertThat(made.status()).isEqualTo(201);
            String webhook = "webhooks/" + made.json().get("id").asText();
            assertThat(made.json().get("secret").asText()).startsWith("whsec_");
            assertThat(client.get(MINISTRY, webhook).json().has("secret")).isFalse();
            assertThat(client.get(BAC_KAN, webhook).code()).isEqualTo("not-found");
            assertThat(client.get(BAC_KAN, webhook + "/attempts").code()).isEqualTo("not-found");
            assertThat(client.post(BAC_KAN, webhook + "/secret", "").code()).isEqualTo("not-found");
            assertThat(client.post(
                                    BAC_KAN,
                                    webhook + "/replays",
                                    "{\"eventId\":\"" + made.json().get("id").asText() + "\"}")
                            .code())
                    .isEqualTo("not-found");
            assertThat(delete(client, BAC_KAN, webhook).status()).isEqualTo(404);
            assertThat(patch(client, BAC_KAN, webhook, "{\"active\":false}").status())
                    .isEqualTo(404);
            Answer disabled = patch(
                    client, MINISTRY, webhook, "{\"active\":false,\"types\":[\"vn.lienthong.dispatch.received\"]}");
            assertThat(disabled.json().get("reason").asText()).isEqualTo("by-owner");
            assertThat(client.post(
                                    MINISTRY,
                                    webhook + "/replays",
                                    "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}")
                            .code())
                    .isEqualTo("webhook-not-active");
            assertThat(client.post(MINISTRY, "webhooks", "{\"agency\":\"000.00.00.G06\",\"url\":\"ftp://a/\"}")
                            .code())
                    .isEqualTo("webhook-address-refused");
            assertThat(delete(client, MINISTRY, webhook).status()).isEqualTo(204);
            assertThat(client.get(MINISTRY, webhook).code()).isEqualTo("not-found");
        }
    }

    private static Answer delete(RestClient client, String account, String path) throws Exception {
        return client.send(RestClient.as(account, path).DELETE());
    }

    private static Answer patch(RestClient client, String account, String path, String json) throws Exception {
        return client.send(RestClient.as(account, path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    private static String cursor(RestClient client, String account) throws Exception {
        return client.get(account, "events?after=latest")
                .json()
                .get("nextCursor")
                .asText();
    }

    private static List<String> subjects(Answer answer) throws Exception {
        JsonNode items = answer.json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("subject").asText())
                .toList();
    }
}
