package vn.lienthong.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class SafeHeadersTest {
    @Test
    void takesAwayWhatOpensTheAnswerToOtherOriginsAndAddsWhatIsMissing() throws Exception {
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", new SafeHeaders(exchange -> {
                    exchange.getResponseHeaders().put(new HttpString("Access-Control-Allow-Origin"), "*");
                    exchange.getResponseHeaders().put(new HttpString("Server"), "x/1");
                    exchange.getResponseHeaders().put(new HttpString("X-Frame-Options"), "SAMEORIGIN");
                    exchange.getResponseSender().send("here");
                }))
                .setIoThreads(1)
                .setWorkerThreads(1)
                .build();
        server.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
            HttpHeaders headers = http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/openapi"))
                                    .build(),
                            BodyHandlers.ofString())
                    .headers();
            assertThat(headers.map()).doesNotContainKeys("access-control-allow-origin", "server");
            assertThat(headers.firstValue("x-frame-options")).contains("SAMEORIGIN");
            assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
            assertThat(headers.firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'");
        } finally {
            server.stop();
        }
    }
}
