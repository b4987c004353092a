package vn.lienthong.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndsInIoThreadTest {
    private final Set<String> ends = ConcurrentHashMap.newKeySet();

    /** Requests one after the other on one connection, whose handler blocks in a worker: each is answered, whole. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void endsWhatAWorkerAnswered(int octets) throws Exception {
        assertThat(answers(
                        new BlockingHandler(exchange -> {
                            byte[] body = exchange.getInputStream().readAllBytes();
                            exchange.getOutputStream().write(body);
                            exchange.getOutputStream().close();
                        }),
                        "x".repeat(octets)))
                .containsOnly("x".repeat(octets));
        assertThat(ends).isNotEmpty().allMatch(name -> name.contains("I/O"));
    }

    @Test
    void endsWhatTheIoThreadAnswered() throws Exception {
        assertThat(answers(exchange -> exchange.getResponseSender().send("here"), ""))
                .containsOnly("here");
        assertThat(ends).isNotEmpty().allMatch(name -> name.contains("I/O"));
    }

    private Set<String> answers(HttpHandler handler, String body) throws Exception {
        HttpHandler tested = new EndsInIoThread(handler);
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", exchange -> {
                    // listeners are called from the last to the first: this one after the one that is tested
                    exchange.addExchangeCompleteListener((ended, next) -> {
                        ends.add(Thread.currentThread().getName());
                        next.proceed();
                    });
                    tested.handleRequest(exchange);
                })
                .setIoThreads(1)
                .setWorkerThreads(2)
                .build();
        server.start();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
            for (int i = 0; i < 200; i++) {
                answers.add(http.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
            }
        } finally {
            server.stop();
        }
        return answers;
    }
}
