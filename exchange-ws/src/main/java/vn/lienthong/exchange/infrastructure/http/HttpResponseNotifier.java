package vn.lienthong.exchange.infrastructure.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.domain.oauth.ResponseNotifier;

/**
 * One POST of {@code {"responseID": "…"}}. A redirection is not followed, and of the answer no more than its status is
 * looked at. Thread-safe.
 */
public final class HttpResponseNotifier implements ResponseNotifier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpResponseNotifier.class);
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long LARGEST_ANSWER = 64L * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    @Override
    public CompletableFuture<Boolean> tell(URI address, String responseId) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"responseID\":\"" + responseId + "\"}"))
                .build();
        var asked = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.discarding(), LARGEST_ANSWER));
        return asked.orTimeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS).handle((answer, failure) -> {
            if (failure != null) {
                LOG.info("{} took no notice: {}", address, failure.getClass().getSimpleName());
                var _ = asked.cancel(true);
                return false;
            }
            boolean taken = answer.statusCode() / 100 == 2;
            if (!taken) {
                LOG.info("{} took no notice: {}", address, answer.statusCode());
            }
            return taken;
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
