package vn.lienthong.signer.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;

/** The one JSON reader of evidence: limits on size, depth and numbers; duplicate keys and trailing text are refused. */
public final class Json {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxNumberLength(19)
            .maxNameLength(256)
            .maxStringLength(1 << 20)
            .maxDocumentLength(64L << 20)
            .build();

    /** Shared: a factory is thread-safe once it is built. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // control characters as RFC 8785 §3.2.2.2 spells them
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private static final ObjectReader READER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private Json() {}

    /**
     * The object that the octets (UTF-8) hold.
     *
     * @throws MalformedEvidenceException if they are not one JSON object within the limits
     */
    public static JsonFields readObject(byte[] octets, String where) throws MalformedEvidenceException {
        try {
            JsonNode node = READER.readTree(octets);
            return JsonFields.of(node, where);
        } catch (JsonProcessingException e) {
            throw new MalformedEvidenceException(Reason.NOT_JSON, where + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (MalformedEvidenceException e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedEvidenceException(Reason.NOT_JSON, where + " is no UTF-8 JSON", e);
        }
    }
}
