package vn.lienthong.exchange.application.keypolicy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.keypolicy.UsageBlock;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Hands out uses of keys from blocks that this node has leased, so that counting costs one transaction a block and not
 * one a signature. What is not used goes back: to the block, and with the block to the other nodes. Thread-safe.
 *
 * <p>After a crash the blocks that were left open are closed by {@link #closeIdle}: of their uses those that were
 * recorded count, no more and no fewer.
 */
public final class UsageMeter {
    /** A second's worth of what one HSM signs: the lease is lost in it, and a crash leaves little set aside. */
    private static final long BLOCK = 1000;

    /** A block that nobody takes from is of use to another node. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final Clock clock;
    private final String node;
    private final Map<String, KeyBlocks> keys = new ConcurrentHashMap<>();

    /** @param node this node's name, which no other has */
    public UsageMeter(UnitOfWork unitOfWork, IdSource ids, Clock clock, String node) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
    }

    /**
     * So many uses, all from one block, are set aside for the caller, who gives them back or has them recorded.
     *
     * @throws FailureException {@code key-quota-used-up} if the policy's limits leave fewer
     */
    Taken take(PolicyVersion version, long count) {
        return keys.computeIfAbsent(version.policy().keyAlias(), key -> new KeyBlocks())
                .take(version, count, LocalDate.ofInstant(clock.instant(), SigningHours.VIETNAM));
    }

    /**
     * Blocks that nobody takes from are closed: this node's, those that it left behind when it last ended, and those of
     * past days, also of nodes that are gone. Should such a node be there after all, its uses are refused when it
     * records them.
     */
    public void closeIdle() {
        Instant now = clock.instant();
        List<UUID> mine = unitOfWork.reading(ledger -> ledger.usage().openOf(node));
        keys.values().forEach(key -> key.retire(now.minus(IDLE)).forEach(this::close));
        // A lease that was under way when the list was read has ended when its key's monitor was had.
        mine.stream()
                .filter(block -> keys.values().stream().noneMatch(key -> key.holds(block)))
                .forEach(this::close);
        LocalDate yesterday = LocalDate.ofInstant(now, SigningHours.VIETNAM).minusDays(1);
        unitOfWork.reading(ledger -> ledger.usage().openBefore(yesterday)).forEach(this::close);
    }

    /** Every block of this node is closed: its unused uses are free for the others. At the end. */
    public void closeAll() {
        keys.values().forEach(key -> key.retire(Instant.MAX).forEach(this::close));
    }

    private void close(UUID block) {
        unitOfWork.inTransaction(ledger -> {
            ledger.usage().close(block);
            return true;
        });
    }

    /** Uses that were taken from a block: settled or spoilt once, later calls do nothing. Used by one thread. */
    static final class Taken {
        private final KeyBlocks key;
        private final Open from;
        private final long count;
        private boolean done;

        private Taken(KeyBlocks key, Open from, long count) {
            this.key = key;
            this.from = from;
            this.count = count;
        }

        UUID block() {
            return from.block.id();
        }

        long count() {
            return count;
        }

        /** They were recorded, or were given back to the block if they were not. */
        void settle(boolean recorded) {
            if (!done) {
                done = true;
                key.settle(from, count, recorded);
            }
        }

        /** Given back, and nothing is taken from that block any more: the records do not know it, or its policy. */
        void spoil() {
            if (!done) {
                done = true;
                key.spoil(from, count);
            }
        }
    }

    /** A leased block; guarded by its key's monitor. */
    private static final class Open {
        private final UsageBlock block;
        private final UUID policy;
        private long left;
        private long outstanding;
        private boolean spoilt;
        private Instant lastUse;

        private Open(UsageBlock block, UUID policy, Instant now) {
            this.block = block;
            this.policy = policy;
            this.left = block.size();
            this.lastUse = now;
        }
    }

    /** The blocks of one key: the newest is taken from, older ones wait for what was taken from them. */
    private final class KeyBlocks {
        private final List<Open> blocks = new ArrayList<>();

        /** A block serves the policy whose limits it was leased under: another one may have lowered them. */
        synchronized Taken take(PolicyVersion version, long count, LocalDate day) {
            Open from = blocks.isEmpty() ? null : blocks.getLast();
            if (from == null
                    || from.spoilt
                    || !from.policy.equals(version.id())
                    || from.left < count
                    || !from.block.day().equals(day)) {
                from = lease(version, count, day);
                blocks.addLast(from);
            }
            from.left -= count;
            from.outstanding += count;
            from.lastUse = clock.instant();
            return new Taken(this, from, count);
        }

        private Open lease(PolicyVersion version, long count, LocalDate day) {
            KeyPolicy policy = version.policy();
            retire(Instant.MAX).forEach(UsageMeter.this::close);
            UsageBlock.Wanted wanted =
                    new UsageBlock.Wanted(ids.next(), policy.keyAlias(), day, node, count, Math.max(BLOCK, count));
            return unitOfWork
                    .inTransaction(ledger -> ledger.usage().lease(wanted, policy.limits()))
                    .map(block -> new Open(block, version.id(), clock.instant()))
                    .orElseThrow(
                            () -> new FailureException(Failure.of(FailureCode.KEY_QUOTA_USED_UP, policy.keyAlias())));
        }

        synchronized void settle(Open from, long count, boolean recorded) {
            from.outstanding -= count;
            if (!recorded) {
                from.left += count;
            }
        }

        synchronized void spoil(Open from, long count) {
            from.outstanding -= count;
            from.spoilt = true;
        }

        synchronized boolean holds(UUID block) {
            return blocks.stream().anyMatch(open -> open.block.id().equals(block));
        }

        /** The blocks from which nothing is outstanding and nothing was taken since then; they are no longer held. */
        synchronized List<UUID> retire(Instant lastUseBefore) {
            List<Open> idle = blocks.stream()
                    .filter(open -> open.outstanding == 0 && open.lastUse.isBefore(lastUseBefore))
                    .toList();
            blocks.removeAll(idle);
            return idle.stream().map(open -> open.block.id()).toList();
        }
    }
}
