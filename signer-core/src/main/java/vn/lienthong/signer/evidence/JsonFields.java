package vn.lienthong.signer.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** One JSON object read field by field, each with its type; at the end {@link #nothingElse()} refuses what nobody read. */
public final class JsonFields {
    private final JsonNode node;
    private final String where;
    private final Set<String> read = new HashSet<>();

    private JsonFields(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    static JsonFields of(@Nullable JsonNode node, String where) throws MalformedEvidenceException {
        if (node == null || !node.isObject()) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, where + " is no JSON object");
        }
        return new JsonFields(node, where);
    }

    public boolean has(String name) {
        return node.has(name);
    }

    public String text(String name) throws MalformedEvidenceException {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw wrong(name, "text");
        }
        return value.textValue();
    }

    /** Refuses any other value than {@code expected}. */
    public void constant(String name, String expected) throws MalformedEvidenceException {
        if (!text(name).equals(expected)) {
            throw wrong(name, "\"" + expected + "\"");
        }
    }

    public long number(String name) throws MalformedEvidenceException {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return value.longValue();
    }

    public Sha256Hash hash(String name) throws MalformedEvidenceException {
        try {
            return Sha256Hash.ofHex(text(name));
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, where + "." + name + " is no SHA-256 value", e);
        }
    }

    public Bytes hex(String name) throws MalformedEvidenceException {
        try {
            return Bytes.ofHex(text(name));
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, where + "." + name + " is no hexadecimal", e);
        }
    }

    public Instant instant(String name) throws MalformedEvidenceException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, where + "." + name + " is no UTC time", e);
        }
    }

    public JsonFields object(String name) throws MalformedEvidenceException {
        return of(required(name), where + "." + name);
    }

    public Optional<JsonFields> optionalObject(String name) throws MalformedEvidenceException {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public List<JsonFields> objects(String name) throws MalformedEvidenceException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode item : array(name)) {
            objects.add(of(item, where + "." + name + "[" + objects.size() + "]"));
        }
        return objects;
    }

    public List<String> texts(String name) throws MalformedEvidenceException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isTextual()) {
                throw wrong(name, "a list of texts");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** Every remaining field, each of which must be text. */
    public SortedMap<String, String> allTexts() throws MalformedEvidenceException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : (Iterable<String>) node::fieldNames) {
            texts.put(name, text(name));
        }
        return texts;
    }

    /**
     * Ends the reading.
     *
     * @throws MalformedEvidenceException if the object has a field that was not read: nobody may be shown what nobody checked
     */
    public void nothingElse() throws MalformedEvidenceException {
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!read.contains(name)) {
                throw new MalformedEvidenceException(Reason.FIELD_UNKNOWN, where + "." + name + " is unknown");
            }
        }
    }

    private JsonNode array(String name) throws MalformedEvidenceException {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "a list");
        }
        return value;
    }

    private JsonNode required(String name) throws MalformedEvidenceException {
        read.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            throw new MalformedEvidenceException(Reason.FIELD_MISSING, where + "." + name + " is missing");
        }
        return value;
    }

    private MalformedEvidenceException wrong(String name, String expected) {
        return new MalformedEvidenceException(Reason.FIELD_WRONG, where + "." + name + " is not " + expected);
    }
}
