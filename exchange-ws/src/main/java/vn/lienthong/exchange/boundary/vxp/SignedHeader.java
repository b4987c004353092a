package vn.lienthong.exchange.boundary.vxp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a client signed: names without the prefix, compared without regard to case, and values. */
final class SignedHeader {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(64 * 1024)
                    .maxDocumentLength(256 * 1024)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final Map<String, String> values;

    private SignedHeader(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The members of {@code XroadVnpt-sign-header}; empty when it is no JSON object, or names a parameter twice. To be
     * called only when its HMAC was found right.
     */
    static Optional<SignedHeader> parse(String json) {
        try {
            JsonNode object = JSON.readTree(json);
            Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode value = member.getValue();
                String text = value.isValueNode() ? value.asText() : value.toString();
                if (values.put(withoutPrefix(member.getKey()), text.strip()) != null) {
                    return Optional.empty();
                }
            }
            return object.isObject() ? Optional.of(new SignedHeader(values)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String withoutPrefix(String name) {
        boolean prefixed = name.toLowerCase(Locale.ROOT).startsWith(XroadHeaders.PREFIX.toLowerCase(Locale.ROOT));
        return prefixed ? name.substring(XroadHeaders.PREFIX.length()) : name;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
