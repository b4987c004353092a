package vn.lienthong.signer.sign.augment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.IOException;
import java.io.InputStream;

/** What a JWS is like, found by streaming. */
final class JsonShape {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonShape() {}

    /** Whether it is in the general JSON serialization, not in the flattened or the compact one. RFC 7515 §7.2.1. */
    static boolean hasSignatures(DSSDocument jws) {
        try (InputStream in = jws.openStream();
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
                if (parser.currentName().equals("signatures")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException notJson) {
            return false;
        }
    }
}
