package vn.lienthong.exchange.domain.content;

import java.time.Instant;
import java.util.List;

/**
 * The stored octets as whoever tidies up sees them: {@value #COUNT} shelves, by the first octet of the digest.
 *
 * <p>Thread-safe. Every method throws {@code FailureException} with {@code storage-unavailable} if the disk fails.
 */
public interface ContentShelves {
    int COUNT = 256;

    /** What has stood on that shelf, 0 to 255, since before that time. */
    List<Sha256Digest> standingSince(int shelf, Instant before);

    /** The octets are gone, unless they were put there again at that time or later. True if this call removed them. */
    boolean remove(Sha256Digest digest, Instant before);

    /** What was half received before that time, by a node that did not come back to throw it away. Returns how many. */
    int dropHalfReceived(Instant before);
}
