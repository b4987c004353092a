package vn.lienthong.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Map;

/**
 * Safe headers on every answer, also of what no application answers: the container's own errors, and its description of the
 * REST API at {@code /openapi}, which it would let pages of any origin read.
 */
public final class SafeHeaders implements HttpHandler {
    private static final List<HttpString> NEVER = List.of(
            new HttpString("Access-Control-Allow-Origin"),
            new HttpString("Access-Control-Allow-Credentials"),
            new HttpString("Access-Control-Allow-Methods"),
            new HttpString("Access-Control-Allow-Headers"),
            new HttpString("Access-Control-Max-Age"),
            new HttpString("Server"),
            new HttpString("X-Powered-By"));

    /** Unless the application has said something else. */
    private static final Map<HttpString, String> ALWAYS = Map.of(
            new HttpString("X-Content-Type-Options"), "nosniff",
            new HttpString("X-Frame-Options"), "DENY",
            new HttpString("Referrer-Policy"), "no-referrer",
            new HttpString("Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'");

    private final HttpHandler next;

    /** The container calls it by this signature. */
    public SafeHeaders(HttpHandler next) {
        this.next = next;
    }

    /** @throws Exception as the interface has it: whatever the next handler throws */
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseCommitListener(answer -> {
            HeaderMap headers = answer.getResponseHeaders();
            NEVER.forEach(headers::remove);
            ALWAYS.forEach((name, value) -> {
                if (!headers.contains(name)) {
                    headers.put(name, value);
                }
            });
        });
        next.handleRequest(exchange);
    }
}
