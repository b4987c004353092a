package vn.lienthong.signer.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * Entries in their place in the log, the tree over them, and the head that wants a seal. Immutable.
 *
 * @param entries in sequence; at least one
 */
public record Batch(TreeHead head, List<ChainedEntry> entries, MerkleTree tree) {
    public Batch {
        entries = List.copyOf(entries);
    }

    /**
     * The batch that comes after {@code position}.
     *
     * @throws IllegalArgumentException if there is no entry
     */
    public static Batch after(LogPosition position, LogId logId, List<NewEntry> newEntries, Instant time) {
        if (newEntries.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one entry");
        }
        List<ChainedEntry> entries = new ArrayList<>(newEntries.size());
        List<Sha256Hash> leaves = new ArrayList<>(newEntries.size());
        Sha256Hash previous = position.chainHash();
        for (NewEntry added : newEntries) {
            ChainedEntry entry =
                    new ChainedEntry(position.sequence() + 1 + entries.size(), added.salt(), previous, added.entry());
            previous = entry.leafHash();
            entries.add(entry);
            leaves.add(previous);
        }
        MerkleTree tree = MerkleTree.of(leaves);
        TreeHead head = new TreeHead(
                logId,
                position.batch() + 1,
                position.sequence() + 1,
                position.sequence() + entries.size(),
                entries.size(),
                tree.root(),
                position.chainHash(),
                previous,
                position.headHash(),
                Optional.of(position.logRoot()),
                time);
        return new Batch(head, entries, tree);
    }

    /** The proof for the entry of this sequence. */
    public InclusionProof proof(long sequence) {
        return tree.inclusionProof(Math.toIntExact(sequence - head.firstSequence()));
    }
}
