package vn.lienthong.demo.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.signer.text.Language;

/** Sends requests to one server. The bodies of the demo are small, so they are kept in memory. Thread-safe. */
public final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI server;
    private final Language language;

    /**
     * @param server its root, ending in a slash
     * @param language what the server shall answer in
     */
    public Http(URI server, Language language) {
        this.server = server;
        this.language = language;
    }

    /** A request to that path below the server's root. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Accept-Language", language.name().toLowerCase(Locale.ROOT));
    }

    /** @throws DemoFailure if no answer comes */
    public Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (ConnectException e) {
            throw new DemoFailure(
                    "máy chủ " + server + " không trả lời; chạy ./lienthong start",
                    "the server " + server + " does not answer; run ./lienthong start");
        } catch (IOException e) {
            throw new DemoFailure("mất kết nối tới " + request.uri(), "the connection to " + request.uri() + " failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("bị ngắt", "interrupted");
        }
    }
}
