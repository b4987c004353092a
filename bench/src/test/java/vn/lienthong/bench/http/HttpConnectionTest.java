package vn.lienthong.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private static final int CHUNKED = 0;
    private final Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/length", exchange -> echo(exchange, 200, false));
        server.createContext("/chunks", exchange -> echo(exchange, 200, true));
        server.createContext("/busy", exchange -> echo(exchange, 503, false));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keepsItsConnectionOverAnswersOfEitherLength() throws IOException {
        try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
            for (String path : new String[] {"/length", "/chunks", "/length"}) {
                Reply reply = connection.post(path, "X-Name: một\r\n", octets("thân"));
                assertThat(reply.required(4).saying("thân").text()).endsWith("thân");
            }
        }
        assertThat(peers).hasSize(1);
    }

    @Test
    void aRefusalOrAShortAnswerIsAFaultThatQuotesTheServer() throws IOException {
        try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
            assertThatThrownBy(() ->
                            connection.post("/busy", "", octets("quá tải")).required(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("503")
                    .hasMessageContaining("quá tải");
            Reply reply = connection.post("/length", "", octets("ngắn"));
            assertThatThrownBy(() -> reply.required(1_000)).hasMessageContaining("octets");
            assertThatThrownBy(() -> reply.saying("DocId")).hasMessageContaining("ngắn");
        }
    }

    private void echo(HttpExchange exchange, int status, boolean chunked) throws IOException {
        peers.add(exchange.getRemoteAddress());
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, chunked ? CHUNKED : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
