package vn.lienthong.exchange.application.receipt;

import java.security.cert.X509CRL;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.exchange.domain.audit.Octets;
import vn.lienthong.exchange.domain.audit.SealedLog.SealedBatch;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.file.NeededForChecks;
import vn.lienthong.signer.evidence.merkle.ConsistencyProof;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * What the log shows to anybody: heads, hashes and proofs, and nothing that was logged. Thread-safe.
 *
 * <p>Source: RFC 9162 §2.1, §5.
 */
public final class PublicLog {
    private final UnitOfWork unitOfWork;
    private final Supplier<List<X509CRL>> crls;

    /** @param crls the present revocation lists of the sealer's and the TSA's issuers */
    public PublicLog(UnitOfWork unitOfWork, Supplier<List<X509CRL>> crls) {
        this.unitOfWork = unitOfWork;
        this.crls = crls;
    }

    /** A sealed head, with the certificates and lists that its checks need. */
    public record ShownHead(long batch, SealedHead head, NeededForChecks needed) {}

    /**
     * An entry's way to the root of the log's tree.
     *
     * @param leaf the entry's own hash
     * @param inBatch its way to the root that the head of its batch names
     */
    public record ShownEntry(long sequence, Sha256Hash leaf, long batch, InclusionProof inBatch) {}

    /** The newest head, or that of a batch; empty if there is none. */
    public Optional<ShownHead> head(Optional<Long> batch) {
        Optional<SealedBatch> found = unitOfWork.reading(ledger -> batch.isPresent()
                ? ledger.sealedLog().batch(batch.get())
                : ledger.sealedLog().newest());
        return found.map(this::shown);
    }

    private ShownHead shown(SealedBatch batch) {
        SealedHead head = new SealedHead(bytes(batch.head()), bytes(batch.seal()), bytes(batch.timestamp()));
        try {
            return new ShownHead(
                    batch.number(),
                    head,
                    NeededForChecks.of(List.of(head), EvidenceAssembly.certificates(batch), crls.get()));
        } catch (MalformedEvidenceException e) {
            throw new IllegalStateException("batch " + batch.number() + " was changed in the database", e);
        }
    }

    /** That the tree over {@code second} heads grew out of the one over {@code first}; empty if it never had those sizes. */
    public Optional<ConsistencyProof> consistency(long first, long second) {
        return unitOfWork.reading(ledger -> first >= 1 && first <= second && second <= size(ledger)
                ? Optional.of(HeadTree.stored(ledger.logTree()).consistencyProof(first, second))
                : Optional.empty());
    }

    /** That the head of the batch is in the tree over {@code size} heads; empty if it is not. */
    public Optional<InclusionProof> proof(long batch, long size) {
        return unitOfWork.reading(ledger -> batch >= 1 && batch <= size && size <= size(ledger)
                ? Optional.of(HeadTree.stored(ledger.logTree()).inclusionProof(batch - 1, size))
                : Optional.empty());
    }

    /** Where the entry of that sequence stands; empty if there is none, or it is not sealed. */
    public Optional<ShownEntry> entry(long sequence) {
        return unitOfWork.reading(
                ledger -> ledger.logTree().batchOf(sequence).map(number -> entry(ledger, sequence, number)));
    }

    private static ShownEntry entry(Ledger ledger, long sequence, long number) {
        long first = ledger.sealedLog().batch(number).orElseThrow().firstSequence();
        List<Sha256Hash> leaves = hashes(ledger.sealedLog().leafHashes(number));
        int index = Math.toIntExact(sequence - first);
        return new ShownEntry(
                sequence, leaves.get(index), number, MerkleTree.of(leaves).inclusionProof(index));
    }

    /** The leaves of the log's tree from that batch on. */
    public List<Sha256Hash> heads(long firstBatch, int count) {
        return hashes(unitOfWork.reading(ledger -> ledger.logTree().leaves(firstBatch - 1, count)));
    }

    /** The entries' own hashes from that sequence on. */
    public List<Sha256Hash> entries(long firstSequence, int count) {
        return hashes(unitOfWork.reading(ledger -> ledger.logTree().entryLeaves(firstSequence, count)));
    }

    private static long size(Ledger ledger) {
        return ledger.sealedLog().newest().map(SealedBatch::number).orElse(0L);
    }

    private static List<Sha256Hash> hashes(List<Octets> octets) {
        return octets.stream().map(one -> new Sha256Hash(bytes(one))).toList();
    }

    private static Bytes bytes(Octets octets) {
        return Bytes.of(octets.toArray());
    }
}
