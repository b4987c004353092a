package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.Eventually;

/** Batches of one caller. */
record BatchClient(RestClient http, String account) {
    /** The cheapest signature that is of use to somebody: CMS beside the document. */
    static final String CHEAP = "{\"key\":\"%s\",\"format\":\"CAdES\",\"level\":\"baseline-B\"}";

    private static final String BOUNDARY = "khong-co-trong-van-ban";
    private static final String BATCHES = "signature-batches";

    /** What the caller sends to have so many documents signed. */
    Answer submit(String parameters, int documents, IntFunction<String> content, String idempotencyKey)
            throws IOException, InterruptedException {
        List<BodyPublisher> body = new ArrayList<>();
        body.add(
                text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n" + parameters));
        StringBuilder some = new StringBuilder();
        for (int i = 1; i <= documents; i++) {
            some.append("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"")
                    .append(i)
                    .append(".txt\"\r\n\r\n")
                    .append(content.apply(i));
        }
        body.add(text(some + "\r\n--" + BOUNDARY + "--\r\n"));
        HttpRequest.Builder request = RestClient.as(account, BATCHES)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(body.toArray(BodyPublisher[]::new)));
        return http.send(idempotencyKey.isEmpty() ? request : request.header("Idempotency-Key", idempotencyKey));
    }

    /** The id of a batch that was accepted. */
    String accepted(String key, int documents, IntFunction<String> content) throws IOException, InterruptedException {
        Answer answer = submit(CHEAP.formatted(key), documents, content, "");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    JsonNode batch(String id) throws IOException, InterruptedException {
        Answer answer = http.get(account, BATCHES + "/" + id);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    Answer get(String id, String what) throws IOException, InterruptedException {
        return http.get(account, BATCHES + "/" + id + "/" + what);
    }

    Answer cancel(String id) throws IOException, InterruptedException {
        return http.send(
                RestClient.as(account, BATCHES + "/" + id + "/cancellation").POST(BodyPublishers.noBody()));
    }

    /** The batch once so many of its documents are signed. */
    void awaitSigned(String id, int signed) {
        Eventually.within(
                Duration.ofMinutes(1).plusMillis(100L * signed),
                signed + " documents are signed",
                () -> batch(id).path("signed").asInt() >= signed);
    }

    /** The batch once each of its documents is signed or refused. */
    JsonNode finished(String id, Duration limit) throws IOException, InterruptedException {
        Eventually.within(
                limit,
                "the batch is finished",
                () -> batch(id).path("state").asText().equals("finished"));
        return batch(id);
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
