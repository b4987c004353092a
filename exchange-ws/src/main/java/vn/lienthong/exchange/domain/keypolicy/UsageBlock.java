package vn.lienthong.exchange.domain.keypolicy;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Uses of a key that a node has set aside for itself: it signs so often without asking again. Those of an open block
 * count as used towards the limits; when the block is closed, only those that were recorded do.
 *
 * @param day in Vietnam; the uses are good on that day alone
 * @param size how many uses, at least 1
 */
public record UsageBlock(UUID id, String keyAlias, LocalDate day, String node, long size) {
    /**
     * What a node asks for.
     *
     * @param id of the block to be
     * @param least how many uses it needs at once
     * @param most how many are welcome, at least as many
     */
    public record Wanted(UUID id, String keyAlias, LocalDate day, String node, long least, long most) {
        public UsageBlock ofSize(long size) {
            return new UsageBlock(id, keyAlias, day, node, size);
        }
    }

    public UsageBlock {
        if (size < 1) {
            throw new IllegalArgumentException("a block has at least one use");
        }
    }
}
