package vn.lienthong.exchange.boundary.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A client of the REST API of the server that the container tests share. */
final class RestClient implements AutoCloseable {
    static final String BAC_KAN = "qlvb.bac-kan";
    static final String MINISTRY = "qlvb.bo-khcn";
    static final String CAO_BANG = "qlvb.cao-bang";
    static final String OFFICIAL = "nguyen-van-an";
    static final String AUDITOR = "kiem-toan";
    static final String HASHES = "do-hieu-nang";
    static final String OPERATOR = "van-hanh-mot";
    static final String SECOND_OPERATOR = "van-hanh-hai";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    /** An answer, its body kept as octets. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String code() throws IOException {
            return json().path("code").asText();
        }
    }

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + Integer.getInteger("lienthong.it.port-offset")) + path);
    }

    /** A request to the API in the name of that system or person. */
    static HttpRequest.Builder as(String account, String path) throws IOException {
        return anonymous("/api/v1/" + path).header("Authorization", bearer(account));
    }

    /** The value of the Authorization field by which that system or person is known. */
    static String bearer(String account) throws IOException {
        Path state = Path.of(System.getProperty("lienthong.it.state"));
        return "Bearer "
                + Files.readString(state.resolve("secrets").resolve(account + ".token"))
                        .strip();
    }

    static HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(2));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    }

    Answer get(String account, String path) throws IOException, InterruptedException {
        return send(as(account, path));
    }

    Answer post(String account, String path, String json) throws IOException, InterruptedException {
        return send(as(account, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer post(String account, String path, String contentType, Path body) throws IOException, InterruptedException {
        return send(as(account, path).header("Content-Type", contentType).POST(BodyPublishers.ofFile(body)));
    }

    Answer sign(String account, byte[] document, String parameters) throws IOException, InterruptedException {
        String boundary = "khong-co-trong-van-ban";
        HttpRequest.BodyPublisher form = BodyPublishers.concat(
                text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"parameters\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + parameters + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n"),
                BodyPublishers.ofByteArray(document),
                text("\r\n--" + boundary + "--\r\n"));
        return send(as(account, "signatures")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form));
    }

    static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Override
    public void close() {
        http.close();
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
