package vn.lienthong.signer.evidence;

/**
 * The dispatch that an entry is about.
 *
 * @param dispatchId this server's own id
 * @param documentId the id in the edXML header
 * @param content the edXML as it was accepted, octet by octet
 */
public record DispatchReference(String dispatchId, String documentId, ContentDigest content) {
    public DispatchReference {
        if (dispatchId.isEmpty() || documentId.isEmpty()) {
            throw new IllegalArgumentException("a dispatch has an id of its own and one of its document");
        }
    }
}
