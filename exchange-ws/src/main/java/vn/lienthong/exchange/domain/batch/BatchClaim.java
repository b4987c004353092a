package vn.lienthong.exchange.domain.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienthong.exchange.domain.content.ContentRef;

/**
 * Documents of one batch that one worker signs. Its token fences: once another worker has claimed one of them, this
 * claim's result for it is not taken any more.
 *
 * @param pauses how often in a row the batch had to wait before
 */
public record BatchClaim(UUID token, BatchOrder order, int pauses, List<Item> items) {
    public BatchClaim {
        items = List.copyOf(items);
    }

    /** @param tries how often a worker has begun with it and not come to an end */
    public record Item(int position, String name, ContentRef content, int tries) {}

    /**
     * Who wants to claim.
     *
     * @param node the node's name, which no other has
     * @param most how many at once
     * @param until when others may claim them if this worker has not come back
     */
    public record Wanted(UUID token, String node, int most, Instant now, Instant until) {}
}
