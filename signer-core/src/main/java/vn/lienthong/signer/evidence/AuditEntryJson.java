package vn.lienthong.signer.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;

/** The one spelling of an audit entry; the fields are described in docs/evidence-format.md. */
final class AuditEntryJson {
    private static final String FORMAT = "lienthong-audit-1";

    private AuditEntryJson() {}

    static Bytes write(AuditEntry entry) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("type", entry.type().code());
            json.writeStringField("at", entry.at().toString());
            json.writeObjectFieldStart("actor");
            json.writeStringField("agency", entry.actor().agency());
            json.writeStringField("system", entry.actor().system());
            json.writeEndObject();
            json.writeStringField("outcome", entry.outcome());
            json.writeStringField("correlationId", entry.correlationId());
            if (entry.dispatch().isPresent()) {
                json.writeFieldName("dispatch");
                DispatchJson.write(json, entry.dispatch().get());
            }
            if (entry.envelope().isPresent()) {
                json.writeFieldName("envelope");
                DispatchJson.write(json, entry.envelope().get());
            }
            if (!entry.details().isEmpty()) {
                json.writeObjectFieldStart("details");
                for (Map.Entry<String, String> detail : entry.details().entrySet()) {
                    json.writeStringField(detail.getKey(), detail.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Bytes.of(octets.toByteArray());
    }

    static AuditEntry read(Bytes octets) throws MalformedEvidenceException {
        JsonFields json = Json.readObject(octets.toArray(), "entry");
        json.constant("format", FORMAT);
        JsonFields actor = json.object("actor");
        Actor who = new Actor(actor.text("agency"), actor.text("system"));
        actor.nothingElse();
        Optional<JsonFields> dispatch = json.optionalObject("dispatch");
        Optional<JsonFields> envelope = json.optionalObject("envelope");
        Optional<JsonFields> details = json.optionalObject("details");
        SortedMap<String, String> texts = details.isPresent() ? details.get().allTexts() : new TreeMap<>();
        try {
            AuditEntry entry = new AuditEntry(
                    new EntryType(json.text("type")),
                    json.instant("at"),
                    who,
                    json.text("outcome"),
                    json.text("correlationId"),
                    dispatch.isPresent() ? Optional.of(DispatchJson.reference(dispatch.get())) : Optional.empty(),
                    envelope.isPresent() ? Optional.of(DispatchJson.envelope(envelope.get())) : Optional.empty(),
                    texts);
            json.nothingElse();
            return entry;
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "entry: " + e.getMessage(), e);
        }
    }
}
