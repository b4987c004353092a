package vn.lienthong.exchange.application.receipt;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.receipt.SealingRun.AnotherNodeWasFirst;
import vn.lienthong.exchange.application.receipt.SealingRun.NothingWaits;
import vn.lienthong.exchange.application.receipt.SealingRun.Postponed;
import vn.lienthong.exchange.application.receipt.SealingRun.SealedEntries;
import vn.lienthong.exchange.domain.audit.LogTree.LogNode;
import vn.lienthong.exchange.domain.audit.Octets;
import vn.lienthong.exchange.domain.audit.SealedLog.PendingEntry;
import vn.lienthong.exchange.domain.audit.SealedLog.SealedBatch;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.Batch;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.BatchSealer.SealingOutcome;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.NewEntry;
import vn.lienthong.signer.evidence.Salt;
import vn.lienthong.signer.evidence.TreeHead;

/**
 * Turns the audit entries that wait into one sealed and timestamped batch: one use of the HSM and one of the TSA,
 * however many entries there are. No transaction is open meanwhile, so a crash at any point loses nothing: the entries
 * still wait. On several nodes the first to record a batch wins, and the others start anew. Thread-safe.
 */
public final class SealPending {
    private final UnitOfWork unitOfWork;
    private final BatchSealer sealer;
    private final LogId logId;
    private final int batchLimit;
    private final Clock clock;

    /** @param batchLimit the most entries of one batch; 10,000 keep a proof at 14 hashes and the tree under a megabyte */
    public SealPending(UnitOfWork unitOfWork, BatchSealer sealer, LogId logId, int batchLimit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sealer = sealer;
        this.logId = logId;
        this.batchLimit = batchLimit;
        this.clock = clock;
    }

    /** At most one batch was sealed; the answer says what, and whether more waits. */
    public SealingRun run() {
        Waiting waiting = unitOfWork.reading(ledger -> {
            Optional<SealedBatch> newest = ledger.sealedLog().newest();
            return new Waiting(
                    HeadTree.position(ledger.logTree(), newest),
                    ledger.sealedLog().pending(batchLimit));
        });
        if (waiting.entries().isEmpty()) {
            return new NothingWaits();
        }
        Batch batch = Batch.after(waiting.position().log(), logId, newEntries(waiting.entries()), now());
        return switch (sealer.seal(batch.head().toBytes())) {
            case SealingOutcome.Unavailable down -> new Postponed(down.retryAfter(), down.detail());
            case SealingOutcome.Sealed sealed -> record(batch, waiting, sealed);
        };
    }

    private SealingRun record(Batch batch, Waiting waiting, SealingOutcome.Sealed sealed) {
        List<PendingEntry> entries = waiting.entries();
        TreeHead head = batch.head();
        SealedBatch recorded = new SealedBatch(
                head.batch(),
                head.firstSequence(),
                head.lastSequence(),
                octets(sealed.sealedHead().head()),
                octets(sealed.sealedHead().seal()),
                octets(sealed.sealedHead().timestamp()),
                encoded(sealed.certificates()));
        List<Octets> leafHashes = batch.entries().stream()
                .map(entry -> Octets.of(entry.leafHash().toArray()))
                .toList();
        List<LogNode> nodes = HeadTree.grown(waiting.position(), sealed.sealedHead());
        boolean first = unitOfWork.inTransaction(ledger -> {
            boolean added = ledger.sealedLog().add(recorded, entries, leafHashes);
            if (added) {
                ledger.logTree().add(nodes);
                ledger.events()
                        .receiptsSealed(entries.stream().map(PendingEntry::id).toList(), now());
            }
            return added;
        });
        return first
                ? new SealedEntries(head.batch(), entries.size(), entries.size() == batchLimit)
                : new AnotherNodeWasFirst();
    }

    private static List<NewEntry> newEntries(List<PendingEntry> pending) {
        return pending.stream()
                .map(entry -> new NewEntry(
                        Bytes.of(entry.body().getBytes(StandardCharsets.UTF_8)),
                        new Salt(Bytes.of(entry.salt().toArray()))))
                .toList();
    }

    private static List<Octets> encoded(List<X509Certificate> certificates) {
        List<Octets> encoded = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                encoded.add(Octets.of(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that signed has an encoding", e);
            }
        }
        return encoded;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Octets octets(Bytes bytes) {
        return Octets.of(bytes.toArray());
    }

    /** What waits, and after which batch. */
    private record Waiting(HeadTree.Position position, List<PendingEntry> entries) {}
}
