package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.rest.json.Json;

/**
 * The body of signatures/signDoc: each member {@code document} goes into a file of its own as it is decoded, and stands
 * in the tree as the number of that file. Not thread-safe; the files are gone when it is closed.
 */
final class SignDocBody implements AutoCloseable {
    private static final String DOCUMENTS = "documents";
    private static final String DOCUMENT = "document";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(Json.LARGEST_BODY)
                    .maxNumberLength(50)
                    .maxNameLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Of a member alone, after which there is more. */
    private static final ObjectReader MEMBERS =
            Json.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final ObjectNode root = Json.shared().createObjectNode();

    private SignDocBody(Path folder) {
        this.folder = folder;
    }

    /**
     * The body was read to its end.
     *
     * @param mostOctets of all documents together, as they are sent
     * @throws CscRefusal if it is too large, no JSON object, or a document is no Base64; nothing is left then
     */
    static SignDocBody read(InputStream body, Path folder, long mostOctets) throws IOException {
        SignDocBody read = new SignDocBody(folder);
        boolean whole = false;
        try (BudgetedInput input = new BudgetedInput(body, Json.LARGEST_BODY, mostOctets);
                JsonParser parser = FACTORY.createParser(input)) {
            read.readRoot(parser, input);
            whole = true;
            return read;
        } catch (JsonProcessingException notJson) {
            throw notJson();
        } finally {
            if (!whole) {
                read.close();
            }
        }
    }

    CscBody body() {
        return CscBody.of(root);
    }

    /** The file of that number. */
    Path file(int number) {
        return files.get(number);
    }

    /** Of all documents together. */
    long documentOctets() throws IOException {
        long octets = 0;
        for (Path file : files) {
            octets += Files.size(file);
        }
        return octets;
    }

    private void readRoot(JsonParser parser, BudgetedInput input) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notJson();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(DOCUMENTS) && value == JsonToken.START_ARRAY) {
                readDocuments(parser, input, root.putArray(DOCUMENTS));
            } else {
                root.set(name, member(parser));
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw notJson();
        }
    }

    private void readDocuments(JsonParser parser, BudgetedInput input, ArrayNode documents) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw CscRefusal.invalidRequest("Missing (or invalid type) array parameter documents");
            }
            if (documents.size() == SignatureWish.MOST) {
                throw CscRefusal.invalidRequest("Numbers of signatures is too high");
            }
            ObjectNode document = documents.addObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(DOCUMENT) && value == JsonToken.VALUE_STRING) {
                    document.put(DOCUMENT, files.size());
                    stage(parser, input);
                } else if (name.equals(DOCUMENT)) {
                    throw CscRefusal.invalidRequest("Missing (or invalid type) string parameter document");
                } else {
                    document.set(name, member(parser));
                }
            }
        }
    }

    private static JsonNode member(JsonParser parser) throws IOException {
        return MEMBERS.readTree(parser);
    }

    private void stage(JsonParser parser, BudgetedInput input) throws IOException {
        Path file = Files.createTempFile(folder, "signdoc", ".tmp");
        files.add(file);
        input.inDocument(true);
        try (OutputStream out = Files.newOutputStream(file)) {
            // Padding is asked for by this variant, and line ends are not allowed: as the specification has it.
            parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, out);
        } catch (JsonProcessingException | IllegalArgumentException notBase64) {
            throw CscRefusal.invalidRequest("Invalid Base64 document string parameter");
        } finally {
            input.inDocument(false);
        }
    }

    private static CscRefusal notJson() {
        return CscRefusal.invalidRequest("The request is not a JSON object");
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deleting a temporary file", e);
        }
    }
}
