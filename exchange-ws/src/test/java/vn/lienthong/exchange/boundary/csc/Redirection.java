package vn.lienthong.exchange.boundary.csc;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's own pages: the one to which browsers come back with a code, and an empty one. */
final class Redirection implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");

    private final BlockingQueue<String> queries = new LinkedBlockingQueue<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
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
        server.createContext("/thong-bao", exchange -> {
            notices.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            // the first time it has no time; the second time it sends the server elsewhere
            int status = notices.size() == 1 ? 503 : notices.size() == 2 ? 307 : 204;
            exchange.getResponseHeaders().set("Location", "/khong-ai-goi");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/khong-ai-goi", exchange -> {
            notices.add("followed");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    String uri() {
        return "http://" + authority() + "/tra-ve";
    }

    /** Where it wants to be told of answers. */
    String noticeUri() {
        return "http://" + authority() + "/thong-bao";
    }

    /** What it was told, each try. */
    List<String> notices() {
        return List.copyOf(notices);
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
