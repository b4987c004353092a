package vn.lienthong.exchange.domain.keypolicy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counts the uses of keys, in blocks; bound to the transaction that it was taken from. */
public interface UsageLedger {

    /**
     * A block of at least {@code least} uses; empty if the limits leave fewer. Concurrent nodes are never given more
     * together than the limits allow, and none is given the whole rest of a limit unless it needs it.
     *
     * @param wanted how many are welcome where the limits leave plenty
     */
    Optional<UsageBlock> lease(UsageBlock.Wanted wanted, UsageLimits limits);

    /**
     * The uses are recorded: each under the conditions that it was permitted by. What no longer meets them is not
     * recorded, and its signature is not to be handed out.
     *
     * @return for each use, in order, whether it was recorded
     */
    List<Boolean> record(List<Use> uses);

    /** The block is closed: of its uses those that were recorded are counted, and the others are free again. */
    void close(UUID block);

    /** Every open block of the key is closed, whosever it is: what is recorded from now on needs a new one. */
    void closeAllOf(String keyAlias);

    /** The open blocks of that node. */
    List<UUID> openOf(String node);

    /** The open blocks of days before this one, whosever they are. */
    List<UUID> openBefore(LocalDate day);

    KeyUsage usage(String keyAlias, LocalDate day);

    /**
     * Signatures made under one permission.
     *
     * @param account who used the key: the grant has to stand
     * @param policy the version that permitted it: it has to be the one that holds
     * @param block which they are taken from: it has to be open
     */
    record Use(String account, String keyAlias, UUID policy, UUID block, long count) {}
}
