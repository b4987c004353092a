package vn.lienthong.exchange.boundary.csc;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's own pages: the one to which browsers come back with a code, and an empty one. */
final class Redirection implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");

    private final BlockingQueue<String> queries = new LinkedBlockingQueue<>();
    private final HttpServer server;

    Redirection() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tra-ve", exchange -> {
            queries.add(exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/trang", exchange -> {
            byte[] page = "<!DOCTYPE html><title>Trang của ứng dụng</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    String uri() {
        return "http://" + authority() + "/tra-ve";
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The code that the next browser brings. */
    String code() throws InterruptedException {
        String query = queries.poll(60, TimeUnit.SECONDS);
        Matcher matcher = CODE.matcher(query == null ? "" : query);
        if (!matcher.find()) {
            throw new AssertionError("no code came back: " + query);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
