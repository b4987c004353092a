package vn.lienthong.exchange.boundary.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A web application in front of the server, as an agency has one: its page, and the server behind it under the same origin.
 * What the page has to say of its signing it posts to {@code /said}, and {@code /signed} takes the signed file.
 */
final class OfficialsPage implements AutoCloseable {
    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    volatile byte[] signed = {};

    private final HttpServer page;
    private final HttpClient http = HttpClient.newHttpClient();

    OfficialsPage() throws IOException {
        page = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
        page.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        page.createContext("/", this::behind);
        page.createContext("/said", exchange -> {
            said.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 204, "text/plain", new byte[0]);
        });
        page.createContext("/signed", exchange -> {
            signed = exchange.getRequestBody().readAllBytes();
            answer(exchange, 204, "text/plain", new byte[0]);
        });
    }

    /** The page runs this script, a module. */
    OfficialsPage start(String script) {
        String html = "<!doctype html><meta charset=utf-8><script type=module>" + script + "</script>";
        page.createContext(
                "/page.html",
                exchange -> answer(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
        page.start();
        return this;
    }

    String origin() {
        return "http://127.0.0.1:" + page.getAddress().getPort();
    }

    private void behind(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(RestClient.uri(exchange.getRequestURI().toString()));
        for (String name : List.of("Authorization", "Content-Type", "Accept-Language")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
            answer(exchange, answer.statusCode(), type, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        page.stop(0);
        http.close();
    }
}
