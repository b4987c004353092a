package vn.lienthong.exchange.boundary.vxp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers that the Java SDK 2.0.1 of the field puts on a request, its own JSON and hashing included. */
public final class SdkHeaders {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss+", Locale.ROOT);

    private final String systemId;
    private final String secret;
    private final String timestamp;

    /** @param made when the client object is made; its timestamp stays on all its requests */
    public SdkHeaders(String systemId, String secret, Instant made) {
        this.systemId = systemId;
        this.secret = secret;
        this.timestamp =
                TIMESTAMP.format(made.atOffset(ZoneOffset.ofHours(7))) + "%04d".formatted(made.toEpochMilli() % 1000);
    }

    /** Every header of a request with these parameters, signed. */
    public Map<String, String> of(Map<String, String> parameters) {
        Map<String, String> signed = new LinkedHashMap<>(parameters);
        signed.put("timestamp", timestamp);
        signed.put("systemid", systemId);
        String json = signed.entrySet().stream()
                .map(entry -> gson("XroadVnpt-" + entry.getKey()) + ":" + gson(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, String> headers = new LinkedHashMap<>();
        signed.forEach((name, value) -> headers.put("XroadVnpt-" + name, value));
        headers.put("XroadVnpt-sign-header", json);
        headers.put("XroadVnpt-sign-header-key", String.join(";", signed.keySet()));
        headers.put("XroadVnpt-hash-header", hmac(json));
        headers.put("XroadVnpt-version", "3.0.201608");
        headers.put("User-Agent", "JAVASDKAgent/1.0.0 XRoad/VPCP");
        return headers;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A hash as the SDK writes it: an octet below 16 loses its zero. */
    public static String withoutLeadingZeros(byte[] digest) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : digest) {
            hex.append(Integer.toHexString(octet & 0xff));
        }
        return hex.toString();
    }

    /** A JSON string as Gson writes it by default, which is careful of HTML. */
    private static String gson(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '<', '>', '&', '=', '\'' -> json.append("\\u%04x".formatted((int) c));
                default -> json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
