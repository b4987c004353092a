package vn.lienthong.hsm.usb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Answers the two steps with one digest and one file, and lies where a test wants it to. What the real server answers is tested
 * where that is.
 */
final class PreparingServer implements AutoCloseable {
    static final byte[] DIGEST = "a digest of thirty-two octets...".getBytes(StandardCharsets.US_ASCII);
    static final byte[] SIGNED = "signed".getBytes(StandardCharsets.US_ASCII);

    final List<String> bodies = new ArrayList<>();
    int prepareStatus = 200;
    UnaryOperator<String> preparedLie = answer -> answer;
    UnaryOperator<String> digestLie = field -> field;

    private final HttpServer server;

    PreparingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        server.createContext("/api/v1/signatures/prepare", this::prepare);
        server.createContext("/api/v1/signatures/complete", this::complete);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void prepare(HttpExchange exchange) throws IOException {
        read(exchange);
        String good = "{\"scheme\":\"ECDSA_SHA256\",\"digest\":\""
                + Base64.getEncoder().encodeToString(DIGEST) + "\",\"continuation\":\"abc\"}";
        String refusal = "{\"code\":\"certificate-not-valid\",\"detail\":\"Chứng thư số hết hạn\"}";
        byte[] answer = preparedLie.apply(prepareStatus == 200 ? good : refusal).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(prepareStatus, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void complete(HttpExchange exchange) throws IOException {
        read(exchange);
        exchange.getResponseHeaders().set("Content-Digest", digestLie.apply("sha-256=:" + sha256() + ":"));
        exchange.sendResponseHeaders(200, SIGNED.length);
        exchange.getResponseBody().write(SIGNED);
        exchange.close();
    }

    private static String sha256() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(SIGNED));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(HttpExchange exchange) throws IOException {
        bodies.add(exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
