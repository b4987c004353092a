package vn.lienthong.signer.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.signer.evidence.Envelope.Attachment;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;

/** Dispatch and envelope as JSON: the same spelling in entries and in {@code evidence.json}. */
public final class DispatchJson {
    private DispatchJson() {}

    public static void write(JsonGenerator json, DispatchReference dispatch) throws IOException {
        json.writeStartObject();
        json.writeStringField("dispatchId", dispatch.dispatchId());
        json.writeStringField("documentId", dispatch.documentId());
        json.writeStringField("contentSha256", dispatch.content().sha256().hex());
        json.writeNumberField("contentLength", dispatch.content().length());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, Envelope envelope) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", envelope.from());
        json.writeArrayFieldStart("to");
        for (String to : envelope.to()) {
            json.writeString(to);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attachments");
        for (Attachment attachment : envelope.attachments()) {
            json.writeStartObject();
            json.writeStringField("name", attachment.name());
            json.writeStringField("sha256", attachment.content().sha256().hex());
            json.writeNumberField("length", attachment.content().length());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static DispatchReference reference(JsonFields json) throws MalformedEvidenceException {
        String dispatchId = json.text("dispatchId");
        String documentId = json.text("documentId");
        ContentDigest content = content(json, "contentSha256", "contentLength");
        json.nothingElse();
        try {
            return new DispatchReference(dispatchId, documentId, content);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "dispatch: " + e.getMessage(), e);
        }
    }

    public static Envelope envelope(JsonFields json) throws MalformedEvidenceException {
        String from = json.text("from");
        List<String> to = json.texts("to");
        List<Attachment> attachments = new ArrayList<>();
        for (JsonFields attachment : json.objects("attachments")) {
            attachments.add(new Attachment(attachment.text("name"), content(attachment, "sha256", "length")));
            attachment.nothingElse();
        }
        json.nothingElse();
        return new Envelope(from, to, attachments);
    }

    private static ContentDigest content(JsonFields json, String sha256, String length)
            throws MalformedEvidenceException {
        try {
            return new ContentDigest(json.hash(sha256), json.number(length));
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, length + ": " + e.getMessage(), e);
        }
    }
}
