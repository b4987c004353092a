package vn.lienthong.exchange.infrastructure.persistence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.Actor;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.DispatchReference;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.Envelope;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** Audit notes in the spelling that is hashed and given out as evidence. */
final class AuditEntries {
    private static final String OK = "OK";

    private AuditEntries() {}

    /** The exact text that is hashed. */
    static String body(AuditNote note, String correlationId) {
        return new String(entry(note, correlationId).toBytes().toArray(), StandardCharsets.UTF_8);
    }

    private static AuditEntry entry(AuditNote note, String correlationId) {
        Dispatch dispatch = note.dispatch();
        AuditNote.Envelope envelope = note.envelope();
        OrganId agency = note.agency();
        return new AuditEntry(
                new EntryType(note.deed().code()),
                note.at(),
                new Actor(agency == null ? "" : agency.value(), note.actor()),
                OK,
                correlationId,
                dispatch == null ? Optional.empty() : Optional.of(reference(dispatch)),
                dispatch == null || envelope == null ? Optional.empty() : Optional.of(envelope(dispatch, envelope)),
                note.details());
    }

    private static DispatchReference reference(Dispatch dispatch) {
        return new DispatchReference(
                dispatch.id().toString(), dispatch.documentId().value(), digest(dispatch.content()));
    }

    private static Envelope envelope(Dispatch dispatch, AuditNote.Envelope envelope) {
        List<Envelope.Attachment> attachments = envelope.attachments().stream()
                .map(one -> new Envelope.Attachment(one.attachmentName(), digest(one.content())))
                .toList();
        return new Envelope(
                dispatch.sender().value(),
                envelope.to().stream().map(OrganId::value).toList(),
                attachments);
    }

    private static ContentDigest digest(ContentRef content) {
        return new ContentDigest(new Sha256Hash(Bytes.of(content.digest().toArray())), content.length());
    }
}
