package vn.lienthong.hsm.ceremony;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;

/**
 * {@code pki/keys.json}: what the server is told of the token's keys. Paths are relative to the folder of the file's
 * parent, the state folder.
 */
public final class KeysFile {
    public static final String PATH = "pki/keys.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeysFile() {}

    static String chainFile(PlannedKey key) {
        return "pki/keys/" + key.alias() + ".pem";
    }

    static String text(CeremonyPlan plan) {
        ObjectNode root = JSON.createObjectNode();
        root.put("token", plan.tokenLabel());
        ArrayNode keys = root.putArray("keys");
        for (PlannedKey key : plan.keys()) {
            ObjectNode entry = keys.addObject();
            entry.put("alias", key.alias().value());
            entry.put("scheme", key.form().scheme().name());
            entry.put("chain", chainFile(key));
            entry.put("purpose", key.purpose().wireName());
            entry.put("agency", key.agency());
            strings(entry.putArray("grants"), key.grants());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }

    /**
     * The keys that the file describes, in its order.
     *
     * @throws IllegalArgumentException if the text is no such file
     */
    public static List<KeyEntry> read(String text) {
        try {
            List<KeyEntry> keys = new ArrayList<>();
            for (JsonNode key : JSON.readTree(text).path("keys")) {
                keys.add(new KeyEntry(
                        new KeyAlias(key.path("alias").asText()),
                        SignatureScheme.valueOf(key.path("scheme").asText()),
                        key.path("chain").asText(),
                        key.path("purpose").asText()));
            }
            return keys;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(PATH + " is not JSON", e);
        }
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
