package vn.lienthong.exchange.domain.edxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document message ({@code messagetype} edoc): its header, and what is known of its attachments.
 *
 * @param signature the envelope's {@code Signature} as far as it is noted; null when there is none
 * @param attachments in the order in which they stand in the file; their octets are not held
 */
public record EdxmlDocument(
        MessageHeader header,
        TraceHeaderList traceHeaderList,
        @Nullable EnvelopeSignature signature,
        List<Attachment> attachments)
        implements EdxmlMessage {
    public EdxmlDocument {
        attachments = List.copyOf(attachments);
    }

    @Override
    public Organ from() {
        return header.from();
    }
}
