package vn.lienthong.exchange.application.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.account.SharedSecret;

/** The header fields by which a webhook knows who calls. Source: Standard Webhooks 1.0.0, "Signature scheme". */
final class WebhookSignature {
    private static final String SYMMETRIC = "v1,";

    private WebhookSignature() {}

    /**
     * Identifier, time, and a signature over both and the body under each secret that is valid.
     *
     * @param id the same whenever the same is told again
     */
    static Map<String, String> fields(String id, Instant now, byte[] body, List<SharedSecret> secrets) {
        String timestamp = Long.toString(now.getEpochSecond());
        byte[] signed = signed(id + "." + timestamp + ".", body);
        String signatures = secrets.stream()
                .map(secret -> SYMMETRIC + Base64.getEncoder().encodeToString(secret.hmacSha256(signed)))
                .collect(Collectors.joining(" "));
        Map<String, String> fields = new TreeMap<>();
        fields.put("webhook-id", id);
        fields.put("webhook-timestamp", timestamp);
        fields.put("webhook-signature", signatures);
        return fields;
    }

    private static byte[] signed(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
