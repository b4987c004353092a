package vn.lienthong.exchange.domain.edxml;

import java.io.IOException;
import java.io.InputStream;

/** An attachment of a message that is to be written; its octets are streamed. The content id has no {@code cid:}. */
public record OutgoingAttachment(
        String contentId, String attachmentName, String description, String contentType, Octets octets) {
    public OutgoingAttachment {
        if (contentId.isBlank() || attachmentName.isBlank()) {
            throw new IllegalArgumentException("an attachment has a content id and a name");
        }
    }

    /** Where octets come from; opened once a writing, and closed by the writer. */
    @FunctionalInterface
    public interface Octets {
        InputStream open() throws IOException;
    }
}
