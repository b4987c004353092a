package vn.lienthong.signer.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1Encoding;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/**
 * Asks one authority over HTTP. Thread-safe.
 *
 * <p>Source: RFC 3161 §3.4.
 */
public final class HttpTimestampSource implements TimestampSource {
    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";
    /** A token with a chain of four certificates has under 10 kB. */
    private static final long MAX_ANSWER = 64L * 1024;

    private final HttpClient client;
    private final URI address;
    private final ExpectedAnswer expected;
    private final NonceSource nonces;
    private final Duration deadline;
    private final AnswerCheck check;

    /**
     * A source that asks at {@code address}, which is configured and never taken from a document.
     *
     * @param client one that follows no redirection: where an answer sends us is not configured
     * @param deadline for one question from connecting to the last octet of the answer
     */
    public HttpTimestampSource(
            HttpClient client, URI address, ExpectedAnswer expected, NonceSource nonces, Duration deadline) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("an authority is asked at its configured address alone");
        }
        this.client = client;
        this.address = address;
        this.expected = expected;
        this.nonces = nonces;
        this.deadline = deadline;
        this.check = new AnswerCheck(expected, deadline);
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint) {
        return timestamp(messageImprint, deadline);
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint, Duration atMost) {
        Duration limit = atMost.compareTo(deadline) < 0 ? atMost : deadline;
        if (limit.toMillis() < 1) {
            return down(DownReason.UNREACHABLE, "no time was left to ask");
        }
        TimestampQuery query = new TimestampQuery(messageImprint, expected.policy(), Optional.of(nonces.next()), true);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", QUERY)
                .header("Accept", REPLY)
                .timeout(limit)
                .POST(HttpRequest.BodyPublishers.ofByteArray(der(query)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return outcome(query, asked.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            asked.cancel(true);
            return down(DownReason.UNREACHABLE, "no answer within " + limit);
        } catch (ExecutionException e) {
            return down(DownReason.UNREACHABLE, "no answer that can be read: " + e.getCause());
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return down(DownReason.UNREACHABLE, "the question was given up");
        }
    }

    private TimestampOutcome outcome(TimestampQuery query, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return down(DownReason.NOT_AN_ANSWER, "HTTP status " + response.statusCode());
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.regionMatches(true, 0, REPLY, 0, REPLY.length())) {
            return down(DownReason.NOT_AN_ANSWER, "the answer is not " + REPLY);
        }
        return check.outcome(query, response.body());
    }

    private TimestampDown down(DownReason reason, String detail) {
        return new TimestampDown(reason, deadline, detail);
    }

    private static byte[] der(TimestampQuery query) {
        try {
            return query.toAsn1().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }
}
