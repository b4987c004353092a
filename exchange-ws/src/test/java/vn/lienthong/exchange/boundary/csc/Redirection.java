package vn.lienthong.exchange.boundary.csc;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's own address, to which browsers come back with a code. */
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
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tra-ve";
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
