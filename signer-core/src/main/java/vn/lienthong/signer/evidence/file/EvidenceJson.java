package vn.lienthong.signer.evidence.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.DispatchJson;
import vn.lienthong.signer.evidence.DispatchReference;
import vn.lienthong.signer.evidence.Envelope;
import vn.lienthong.signer.evidence.Json;
import vn.lienthong.signer.evidence.JsonFields;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.Salt;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** {@code evidence.json}: the entries and their proofs. */
final class EvidenceJson {
    static final String FORMAT = "lienthong-evidence-2";

    /** Entries of one dispatch: some hundred recipients with a dozen events each. */
    private static final int MAX_ENTRIES = 10_000;

    private EvidenceJson() {}

    /** What the JSON alone holds. */
    record Content(LogId log, DispatchReference dispatch, Envelope envelope, List<ProvenEntry> entries) {}

    static byte[] write(EvidenceFile file) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("log", file.log().value());
            json.writeFieldName("dispatch");
            DispatchJson.write(json, file.dispatch());
            json.writeFieldName("envelope");
            DispatchJson.write(json, file.envelope());
            json.writeArrayFieldStart("entries");
            for (ProvenEntry entry : file.entries()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return octets.toByteArray();
    }

    private static void write(JsonGenerator json, ProvenEntry proven) throws IOException {
        ChainedEntry entry = proven.entry();
        json.writeStartObject();
        json.writeNumberField("sequence", entry.sequence());
        json.writeStringField("entry", text(entry.entry()));
        json.writeStringField("salt", entry.salt().value().hex());
        json.writeStringField("previousHash", entry.previousHash().hex());
        json.writeNumberField("batch", proven.batch());
        json.writeNumberField("leafIndex", proven.proof().leafIndex());
        json.writeNumberField("treeSize", proven.proof().treeSize());
        json.writeArrayFieldStart("path");
        for (Sha256Hash sibling : proven.proof().path()) {
            json.writeString(sibling.hex());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Entries are UTF-8 by their format; octets that are not would not come back from JSON as they were. */
    private static String text(Bytes entry) throws MalformedEvidenceException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "an entry is no UTF-8", e);
        }
    }

    static Content read(byte[] octets) throws MalformedEvidenceException {
        JsonFields json = Json.readObject(octets, "evidence");
        json.constant("format", FORMAT);
        LogId log = log(json.text("log"));
        DispatchReference dispatch = DispatchJson.reference(json.object("dispatch"));
        Envelope envelope = DispatchJson.envelope(json.object("envelope"));
        List<JsonFields> objects = json.objects("entries");
        if (objects.size() > MAX_ENTRIES) {
            throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "more than " + MAX_ENTRIES + " entries");
        }
        List<ProvenEntry> entries = new ArrayList<>(objects.size());
        for (JsonFields object : objects) {
            entries.add(entry(object));
        }
        json.nothingElse();
        return new Content(log, dispatch, envelope, List.copyOf(entries));
    }

    private static LogId log(String name) throws MalformedEvidenceException {
        try {
            return new LogId(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "log: " + e.getMessage(), e);
        }
    }

    private static ProvenEntry entry(JsonFields json) throws MalformedEvidenceException {
        List<Sha256Hash> path = new ArrayList<>();
        try {
            for (String sibling : json.texts("path")) {
                path.add(Sha256Hash.ofHex(sibling));
            }
            ProvenEntry proven = new ProvenEntry(
                    new ChainedEntry(
                            json.number("sequence"),
                            new Salt(json.hex("salt")),
                            json.hash("previousHash"),
                            Bytes.of(json.text("entry").getBytes(StandardCharsets.UTF_8))),
                    json.number("batch"),
                    new InclusionProof(json.number("leafIndex"), json.number("treeSize"), path));
            json.nothingElse();
            return proven;
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "entry: " + e.getMessage(), e);
        }
    }
}
