package vn.lienthong.signer.evidence;

import java.util.List;

/**
 * Who sent what to whom.
 *
 * @param from the sending agency's code
 * @param to the receiving agencies' codes
 */
public record Envelope(String from, List<String> to, List<Attachment> attachments) {
    public Envelope {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** A file inside the content, as it is after decoding. */
    public record Attachment(String name, ContentDigest content) {}
}
