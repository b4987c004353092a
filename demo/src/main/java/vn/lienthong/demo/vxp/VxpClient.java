package vn.lienthong.demo.vxp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.demo.http.Answer;
import vn.lienthong.demo.http.Http;
import vn.lienthong.demo.story.DemoFailure;

/** Speaks for one connected system, header for header as the axis's Java client does: parameters as signed headers. */
public final class VxpClient {
    private static final String BASE = "VXPAdapter/adapter/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("ddMMyyyy'T'HHmmss", Locale.ROOT);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Http http;
    private final String systemId;
    private final byte[] secret;
    private final String timestamp;

    /** @param secret shared with the server */
    public VxpClient(Http http, String systemId, String secret, Clock clock) {
        this.http = http;
        this.systemId = systemId;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), VIETNAM);
        // What follows the plus sign is milliseconds, not a zone.
        this.timestamp = TIMESTAMP.format(now) + "+0" + String.format(Locale.ROOT, "%03d", now.getNano() / 1_000_000);
    }

    /** The server's id of the message, which is durable there now. */
    public String sendEdoc(String from, String messageType, byte[] edxml) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from);
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", messageType);
        parameters.put("hash-file", HexFormat.of().formatHex(sha256(edxml)));
        return call("sendEdoc", parameters, edxml).path("DocId").asText();
    }

    /** Ids of the messages of that type which wait for this system's agencies. */
    public List<String> receivedIds(String messageType) {
        JsonNode list = call(
                "getReceivedEdocList",
                Map.of("servicetype", "eDoc", "messagetype", messageType, "pageSize", "200"),
                new byte[0]);
        List<String> ids = new ArrayList<>();
        list.path("data").forEach(row -> ids.add(row.path("docId").asText()));
        return ids;
    }

    /** The message's octets, exactly as they were sent. */
    public byte[] getEdoc(String docId) {
        return Base64.getDecoder()
                .decode(call("getEdoc", Map.of("docId", docId), braces())
                        .path("data")
                        .asText());
    }

    /** The server takes the message off the received list. */
    public void done(String docId) {
        call("updateStatus", Map.of("docId", docId, "status", "done"), braces());
    }

    /** The way of a sent message, a row a receiver. */
    public JsonNode sentRows(String docId) {
        return call(
                        "getSentEdocList",
                        Map.of("servicetype", "eDoc", "messagetype", "edoc", "docId", docId),
                        new byte[0])
                .path("data");
    }

    private JsonNode call(String operation, Map<String, String> parameters, byte[] body) {
        Map<String, String> signed = new LinkedHashMap<>(parameters);
        signed.put("timestamp", timestamp);
        signed.put("systemid", systemId);
        HttpRequest.Builder request = http.to(BASE + operation)
                .POST(BodyPublishers.ofByteArray(body))
                .header("User-Agent", "JAVASDKAgent/1.0.0 XRoad/VPCP")
                .header("Content-Type", "application/octet-stream")
                .header("XroadVnpt-version", "3.0.201608");
        Map<String, String> fields = new LinkedHashMap<>();
        signed.forEach((name, value) -> fields.put("XroadVnpt-" + name, value));
        fields.forEach(request::header);
        String text = json(fields);
        request.header("XroadVnpt-sign-header", text)
                .header("XroadVnpt-sign-header-key", String.join(";", signed.keySet()))
                .header("XroadVnpt-hash-header", hmac(text));
        Answer answer = http.send(request.build()).required();
        JsonNode said = answer.json();
        if (!said.path("ErrorCode").asText().equals("0")) {
            String why = operation + ": " + said.path("ErrorCode").asText() + " "
                    + said.path("ErrorDesc").asText();
            throw new DemoFailure("trục từ chối " + why, "the axis refused " + why);
        }
        return said;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    private static byte[] braces() {
        return "{}".getBytes(StandardCharsets.UTF_8);
    }
}
