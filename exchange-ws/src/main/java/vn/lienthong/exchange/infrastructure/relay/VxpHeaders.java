package vn.lienthong.exchange.infrastructure.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.exchange.domain.account.SharedSecret;

/**
 * The headers of one VXP request: its parameters, and the HMAC over all of them.
 *
 * @param systemId as which the peer knows this exchange
 */
record VxpHeaders(String systemId, SharedSecret secret) {
    private static final String PREFIX = "XroadVnpt-";
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss", Locale.ROOT);

    /** What stands behind the plus is milliseconds padded to four digits, not a zone. */
    private static String timestamp(Instant now) {
        var vietnam = now.atOffset(ZoneOffset.ofHours(7));
        return TIMESTAMP.format(vietnam) + String.format(Locale.ROOT, "+%04d", vietnam.getNano() / 1_000_000);
    }

    /** @param parameters by their names without the prefix; values of ASCII */
    Map<String, String> of(Map<String, String> parameters, Instant now) {
        Map<String, String> signed = new LinkedHashMap<>();
        signed.put(PREFIX + "timestamp", timestamp(now));
        signed.put(PREFIX + "systemid", systemId);
        parameters.forEach((name, value) -> signed.put(PREFIX + name, value));
        String json;
        try {
            json = JSON.writeValueAsString(signed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
        byte[] hmac = secret.hmacSha256(json.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>(signed);
        headers.put(PREFIX + "version", "3.0.201608");
        headers.put(PREFIX + "sign-header", json);
        headers.put(
                PREFIX + "sign-header-key", String.join(";", signed.keySet()).replace(PREFIX, ""));
        headers.put(PREFIX + "hash-header", HexFormat.of().formatHex(hmac));
        return headers;
    }
}
