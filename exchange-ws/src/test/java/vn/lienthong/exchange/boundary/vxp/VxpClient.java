package vn.lienthong.exchange.boundary.vxp;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A client of the field: speaks VXP as the Java SDK 2.0.1 does, quirks included. Thread-safe. */
public final class VxpClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI endpoint;
    private final SdkHeaders headers;
    private final HttpClient http;

    /** @param endpoint with or without {@code /XrdAdapter/adapter} behind the host */
    public VxpClient(URI endpoint, String systemId, String secret, SSLContext tls, Clock clock) {
        this.endpoint = endpoint;
        this.headers = new SdkHeaders(systemId, secret, clock.instant());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    /**
     * What the server answered.
     *
     * @param json the whole object
     */
    public record Answer(int httpStatus, JsonNode json) {
        public boolean ok() {
            return json.get("status").asText().equals("OK");
        }

        /** As the SDK does it: without a look whether it is there. */
        public String errorCode() {
            return json.get("ErrorCode").asText();
        }

        public String errorDesc() {
            return json.get("ErrorDesc").asText();
        }

        public String docId() {
            return json.get("DocId").asText();
        }
    }

    /** Sends a file; CR LF goes behind it, and its hash lacks zeros. */
    public Answer sendEdoc(Path edxml, String from, String messageType) throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from);
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", messageType);
        parameters.put("hash-file", SdkHeaders.withoutLeadingZeros(sha256(edxml)));
        return answer(post(
                "sendEdoc",
                parameters,
                "application/octet-stream",
                BodyPublishers.concat(BodyPublishers.ofFile(edxml), BodyPublishers.ofString("\r\n"))));
    }

    public Answer getReceivedEdocList(String messageType) throws IOException, InterruptedException {
        return form("getReceivedEdocList", Map.of("servicetype", "eDoc", "messagetype", messageType));
    }

    public Answer getSentEdocList(String messageType, String docId) throws IOException, InterruptedException {
        return form("getSentEdocList", Map.of("servicetype", "eDoc", "messagetype", messageType, "docId", docId));
    }

    public Answer getAgenciesList() throws IOException, InterruptedException {
        return form("getAgenciesList", Map.of());
    }

    public Answer registerAgency(String json) throws IOException, InterruptedException {
        return answer(post("registerAgency", Map.of(), "application/json", BodyPublishers.ofString(json)));
    }

    public Answer getEdoc(String docId) throws IOException, InterruptedException {
        return json("getEdoc", Map.of("docId", docId, "filePath", "/tmp/edoc.edxml"));
    }

    public Answer updateStatus(String docId, String status) throws IOException, InterruptedException {
        return json("updateStatus", Map.of("docid", docId, "status", status));
    }

    /** The HTTP status; whatever came stands in the file. */
    public int downloadEdoc(String docId, Path file) throws IOException, InterruptedException {
        HttpRequest request = request("downloadEdoc", Map.of("docId", docId, "filePath", "/tmp/edoc.edxml"))
                .GET()
                .build();
        return http.send(request, BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING))
                .statusCode();
    }

    /** Any operation with a JSON body, for what the methods above do not say. */
    public Answer json(String operation, Map<String, String> parameters) throws IOException, InterruptedException {
        return answer(post(operation, parameters, "application/json", BodyPublishers.ofString("{}")));
    }

    private Answer form(String operation, Map<String, String> parameters) throws IOException, InterruptedException {
        return answer(post(operation, parameters, "application/x-www-form-urlencoded", BodyPublishers.ofString("")));
    }

    private HttpRequest post(String operation, Map<String, String> parameters, String type, BodyPublisher body) {
        return request(operation, parameters)
                .header("Content-Type", type)
                .header("XroadVnpt-Content-Type", type)
                .POST(body)
                .build();
    }

    private HttpRequest.Builder request(String operation, Map<String, String> parameters) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(endpoint + "/" + operation)).timeout(PATIENCE);
        headers.of(parameters).forEach(request::header);
        return request;
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private static byte[] sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
