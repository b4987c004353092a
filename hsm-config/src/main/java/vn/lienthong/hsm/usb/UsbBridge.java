package vn.lienthong.hsm.usb;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets web pages of the configured origins sign with the token on this machine: HTTP on the loopback address alone.
 *
 * <p>Source: docs/connect-usb-token.md, which describes its protocol.
 */
final class UsbBridge implements AutoCloseable {
    /** Not among the ports that IANA names a service of. */
    static final int PORT = 15480;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_BODY = 4 * 1024;
    private static final int WAITING = 8;

    private final HttpServer server;
    private final ExecutorService threads;
    private final BridgeOrigins origins;
    private final BridgeRequests requests;

    private UsbBridge(HttpServer server, ExecutorService threads, BridgeOrigins origins, BridgeRequests requests) {
        this.server = server;
        this.threads = threads;
        this.origins = origins;
        this.requests = requests;
    }

    /** The bridge answers; port 0 is any free one. */
    static UsbBridge start(UsbOptions options, PinPrompt pins) throws IOException {
        int port = Integer.parseInt(options.optional("--port").orElse(Integer.toString(PORT)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), WAITING);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        UsbBridge bridge = new UsbBridge(
                server,
                threads,
                BridgeOrigins.of(options.all("--origin"), server.getAddress().getPort()),
                new BridgeRequests(options.token(), pins));
        server.setExecutor(threads);
        server.createContext("/", bridge::answer);
        server.start();
        return bridge;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (origin == null
                    || !origins.allows(origin, exchange.getRequestHeaders().getFirst("Host"))) {
                // without the fields of CORS: the page learns nothing but that it may not
                send(exchange, BridgeAnswer.refused(403, "origin-refused"));
                return;
            }
            Headers headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Vary", "Origin");
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                headers.set("Access-Control-Allow-Methods", "GET, POST");
                headers.set("Access-Control-Allow-Headers", "content-type");
                headers.set("Access-Control-Allow-Private-Network", "true");
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            send(exchange, asked(exchange, origin));
        }
    }

    private BridgeAnswer asked(HttpExchange exchange, String origin) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        return switch (what) {
            case "GET /v1/certificates" -> requests.certificates();
            case "POST /v1/signatures" -> {
                // a type that no form can send: so a browser asks first whether the page may (CORS preflight)
                if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                    yield BridgeAnswer.refused(415, "request-invalid");
                }
                byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
                yield body.length > LARGEST_BODY
                        ? BridgeAnswer.refused(413, "request-invalid")
                        : requests.sign(origin, body);
            }
            default -> BridgeAnswer.refused(404, "request-invalid");
        };
    }

    private static void send(HttpExchange exchange, BridgeAnswer answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer.body());
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
