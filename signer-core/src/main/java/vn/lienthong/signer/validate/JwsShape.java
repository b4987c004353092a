package vn.lienthong.signer.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What a JWS is like, found by streaming it and its protected header. */
final class JwsShape {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JwsShape() {}

    /** Whether every reader sees the same: JSON without doubled members, within the limits, and nothing behind it. */
    static boolean isUnambiguous(Path jws, int maxTokens, int maxDepth) throws IOException {
        try (InputStream in = Files.newInputStream(jws)) {
            int first = in.read();
            if (first == 'e') {
                String compact = Files.readString(jws, StandardCharsets.US_ASCII);
                return isUnambiguousHeader(
                        compact.substring(0, Math.max(0, compact.indexOf('.'))), maxTokens, maxDepth);
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
        try (InputStream in = Files.newInputStream(jws);
                JsonParser parser = JSON.createParser(in)) {
            return walk(parser, maxTokens, maxDepth);
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean walk(JsonParser parser, int maxTokens, int maxDepth) throws IOException {
        int tokens = 0;
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (++tokens > maxTokens || depth > maxDepth) {
                return false;
            }
            boolean isHeader = token == JsonToken.VALUE_STRING && "protected".equals(parser.currentName());
            if (isHeader && !isUnambiguousHeader(parser.getText(), maxTokens, maxDepth)) {
                return false;
            }
        }
        return tokens > 0;
    }

    private static boolean isUnambiguousHeader(String base64url, int maxTokens, int maxDepth) throws IOException {
        try (JsonParser parser = JSON.createParser(Base64.getUrlDecoder().decode(base64url))) {
            return walk(parser, maxTokens, maxDepth);
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException e) {
            return false;
        }
    }
}
