package vn.lienthong.exchange.domain.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/** The audit log's sealing end; bound to the transaction that it was taken from. */
public interface SealedLog {

    /** Entries that wait for a seal, oldest first. */
    List<PendingEntry> pending(int max);

    /**
     * The newest sealed batch, or empty before the first. Ask for it before {@link #pending}: then nothing that waits is
     * in it.
     */
    Optional<SealedBatch> newest();

    /**
     * The batch and its entries' places in the log are recorded, and its entries no longer wait.
     *
     * @param entries in the order of their sequence
     * @param leafHashes theirs, in the same order
     * @return false if another node was first with this batch: nothing was recorded then
     */
    boolean add(SealedBatch batch, List<PendingEntry> entries, List<Octets> leafHashes);

    /** Every entry about the dispatch, oldest first, with its place where it is sealed. */
    List<LoggedEntry> about(DispatchId dispatch);

    Optional<SealedBatch> batch(long number);

    /** The leaf hashes of a batch, in sequence. */
    List<Octets> leafHashes(long batch);

    /** The leaf hash of the entry with this sequence. */
    Optional<Octets> leafHash(long sequence);

    /** How many entries wait. */
    long pendingCount();

    /**
     * An entry that waits.
     *
     * @param position its place among those that wait
     * @param body the exact octets that are hashed, as text
     */
    record PendingEntry(long position, UUID id, String body, Octets salt) {}

    /**
     * An entry of the log.
     *
     * @param sequence its place in the whole log, from 1; 0 while it waits
     * @param batch the batch that sealed it; 0 while it waits
     */
    record LoggedEntry(UUID id, String body, Octets salt, long sequence, long batch) {
        public boolean waits() {
            return batch == 0;
        }
    }

    /**
     * A batch with its seal.
     *
     * @param head the tree head exactly as sealed
     * @param seal CMS SignedData over the head
     * @param timestamp RFC 3161 token over the seal
     * @param certificates DER of the sealer's and the TSA's chains
     */
    record SealedBatch(
            long number,
            long firstSequence,
            long lastSequence,
            Octets head,
            Octets seal,
            Octets timestamp,
            List<Octets> certificates) {
        public SealedBatch {
            certificates = List.copyOf(certificates);
        }
    }
}
