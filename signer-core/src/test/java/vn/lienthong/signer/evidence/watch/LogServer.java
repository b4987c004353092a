package vn.lienthong.signer.evidence.watch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.evidence.Json;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** A log over HTTP, as docs/transparency.md describes it. */
public final class LogServer implements AutoCloseable {
    private final HttpServer server;
    private LogSource log;
    private int status = 200;

    public LogServer(LogSource log) {
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/v1/log/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void show(LogSource other) {
        log = other;
    }

    /** Answers so from now on. */
    public void answerAlways(int code) {
        status = code;
    }

    private void answer(HttpExchange asked) throws IOException {
        Map<String, Long> query = new HashMap<>();
        if (asked.getRequestURI().getQuery() != null) {
            for (String one : asked.getRequestURI().getQuery().split("&")) {
                query.put(one.split("=")[0], Long.parseLong(one.split("=")[1]));
            }
        }
        String path = asked.getRequestURI().getPath().substring("/api/v1/log/".length());
        Optional<byte[]> body = switch (path) {
            case "head" -> head(query);
            case "consistency" ->
                log.consistency(query.get("first"), query.get("second")).map(proof -> hashes("path", proof.path()));
            case "proof" ->
                log.inclusion(query.get("batch"), query.get("size")).map(proof -> hashes("path", proof.path()));
            case "heads", "entries" -> Optional.of(hashes("hashes", run(path, query)));
            default -> Optional.empty();
        };
        byte[] octets = body.orElse(new byte[0]);
        asked.sendResponseHeaders(
                status != 200 ? status : body.isPresent() ? 200 : 404, octets.length == 0 ? -1 : octets.length);
        asked.getResponseBody().write(octets);
        asked.close();
    }

    private List<Sha256Hash> run(String path, Map<String, Long> query) {
        List<Sha256Hash> all = path.equals("heads") ? ((OperatedLog) log).leaves() : ((OperatedLog) log).entryLeaves();
        int first = Math.toIntExact(query.get("first")) - 1;
        return all.subList(
                Math.min(first, all.size()), Math.min(all.size(), first + Math.toIntExact(query.get("limit"))));
    }

    private Optional<byte[]> head(Map<String, Long> query) throws IOException {
        Optional<ShownHead> shown = query.containsKey("batch") ? log.head(query.get("batch")) : log.newest();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeNumberField("batch", query.getOrDefault("batch", 0L));
            ShownHeadJson.write(json, shown.get());
            json.writeEndObject();
        }
        return Optional.of(octets.toByteArray());
    }

    private static byte[] hashes(String name, List<Sha256Hash> hashes) {
        String joined =
                String.join("\",\"", hashes.stream().map(Sha256Hash::hex).toList());
        return ("{\"" + name + "\":[" + (hashes.isEmpty() ? "" : "\"" + joined + "\"") + "]}")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
