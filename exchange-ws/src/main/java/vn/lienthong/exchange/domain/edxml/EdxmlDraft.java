package vn.lienthong.exchange.domain.edxml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A document message that is to be written; its manifest follows from its attachments. */
public record EdxmlDraft(MessageHeader header, TraceHeaderList traceHeaderList, List<OutgoingAttachment> attachments) {
    public EdxmlDraft {
        attachments = List.copyOf(attachments);
        Set<String> ids = new HashSet<>();
        for (OutgoingAttachment attachment : attachments) {
            if (!ids.add(attachment.contentId())) {
                throw new IllegalArgumentException("two attachments have one content id");
            }
        }
    }
}
