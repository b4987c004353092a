package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;

/**
 * The parameters of a method. What is wrong is refused in the words of the specification; members that a method does not
 * know are ignored, as clients send what they have.
 */
final class CscBody {
    private final JsonNode root;

    private CscBody(JsonNode root) {
        this.root = root;
    }

    /** @throws CscRefusal if the body is too large or no JSON object; one that is absent has no parameters */
    static CscBody read(HttpServletRequest request) throws IOException {
        byte[] octets = request.getContentLengthLong() > Json.LARGEST_BODY
                ? new byte[Json.LARGEST_BODY + 1]
                : request.getInputStream().readNBytes(Json.LARGEST_BODY + 1);
        if (octets.length > Json.LARGEST_BODY) {
            throw CscRefusal.invalidRequest("Request too large");
        }
        return parse(octets);
    }

    static CscBody of(ObjectNode members) {
        return new CscBody(members);
    }

    static CscBody parse(byte[] octets) {
        if (octets.length == 0) {
            return new CscBody(Json.shared().createObjectNode());
        }
        try {
            JsonNode root = Json.shared().readTree(octets);
            if (root.isObject()) {
                return new CscBody(root);
            }
        } catch (IOException notJson) {
            // Said below. What is no text in any encoding of JSON is told apart by no exception of Jackson's own.
        }
        throw CscRefusal.invalidRequest("The request is not a JSON object");
    }

    String text(String name) {
        return optionalText(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing("string", name));
    }

    Optional<String> optionalText(String name) {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw missing("string", name);
        }
        return Optional.of(node.textValue());
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw missing("boolean", name);
        }
        return node.booleanValue();
    }

    Optional<Long> optionalNumber(String name) {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.canConvertToLong() || !node.isIntegralNumber()) {
            throw missing("integer", name);
        }
        return Optional.of(node.longValue());
    }

    /** 1 or more. */
    int count(String name) {
        JsonNode node = root.path(name);
        if (!node.isIntegralNumber()) {
            throw missing("integer", name);
        }
        if (!node.canConvertToInt() || node.intValue() < 1) {
            throw CscRefusal.invalidRequest("Invalid value for parameter " + name);
        }
        return node.intValue();
    }

    /** The hashes of the member {@code hashes}, or of {@code hash}, as the first version called it. */
    List<DocumentHash> hashes() {
        JsonNode array = root.path("hashes").isMissingNode() ? root.path("hash") : root.path("hashes");
        if (!array.isArray()) {
            throw missing("array", "hash");
        }
        if (array.isEmpty()) {
            throw CscRefusal.invalidRequest("Empty hash array");
        }
        List<DocumentHash> hashes = new ArrayList<>();
        array.forEach(hash -> hashes.add(HashText.hash(hash.isTextual() ? hash.textValue() : "")));
        return hashes;
    }

    /** What the signature of each hash is to say: as many as there are hashes, or none for all of them. */
    List<SignedWords> words(int hashes) {
        List<ObjectNode> documents = objects("documentInfo");
        if (documents.isEmpty()) {
            return Collections.nCopies(hashes, SignedWords.NONE);
        }
        if (documents.size() != hashes) {
            throw CscRefusal.invalidRequest("Invalid parameter documentInfo");
        }
        return documents.stream().map(SignedProperties::agreed).toList();
    }

    /** Of all the documents together, for keys whose policy names kinds. */
    Optional<DocumentKind> documentKind() {
        return optionalText("documentKind").map(KindText::kind);
    }

    /** The objects of an array; none where there is no such member. */
    List<ObjectNode> objects(String name) {
        JsonNode array = root.path(name);
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode element : array) {
            if (element instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        if (!array.isArray() || objects.size() != array.size()) {
            throw missing("array", name);
        }
        return objects;
    }

    /** Whether no authentication object is given, but for the one with that id: the official is to be asked elsewhere. */
    boolean authenticatesBy(String id, List<String> others) {
        JsonNode objects = root.path("authData");
        if (!objects.isMissingNode() && !objects.isArray()) {
            throw missing("array", "authData");
        }
        for (JsonNode object : objects) {
            if (!object.path("id").asText().equals(id)) {
                return false;
            }
        }
        return others.stream().noneMatch(other -> root.path(other).isTextual());
    }

    /** The value of each authentication object by its id; a repeated id is refused. */
    Optional<String> authenticationValue(String id) {
        List<String> values = new ArrayList<>();
        JsonNode objects = root.path("authData");
        if (!objects.isMissingNode() && !objects.isArray()) {
            throw missing("array", "authData");
        }
        for (JsonNode object : objects) {
            if (object.path("id").asText().equals(id)) {
                values.add(
                        object.path("value").isTextual() ? object.path("value").textValue() : "");
            }
        }
        // The first version of the API has members of their own for them.
        if (values.isEmpty() && root.path(id).isTextual()) {
            values.add(root.path(id).textValue());
        }
        if (values.size() > 1) {
            throw CscRefusal.invalidRequest("Invalid parameter authData");
        }
        return values.stream().findFirst();
    }

    private static CscRefusal missing(String type, String name) {
        return CscRefusal.invalidRequest("Missing (or invalid type) " + type + " parameter " + name);
    }
}
