package vn.lienthong.signer.evidence;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * What is sealed and timestamped for one batch.
 *
 * @param batch from 1, without gaps
 * @param treeSize entries in the batch; {@code lastSequence - firstSequence + 1}
 * @param previousChainHash leaf hash of the entry before {@code firstSequence}
 * @param chainHash leaf hash of the entry {@code lastSequence}
 * @param previousHeadHash SHA-256 of the head before, as it was sealed
 * @param logRoot root of the RFC 9162 tree whose leaves are the heads of all batches before, in their order; of none it is
 *     the hash of nothing. Empty in heads that were sealed before there was such a tree: then it is not in the octets
 * @param time when the log built the batch, by its own clock; the proof of time is the timestamp
 */
public record TreeHead(
        LogId logId,
        long batch,
        long firstSequence,
        long lastSequence,
        long treeSize,
        Sha256Hash rootHash,
        Sha256Hash previousChainHash,
        Sha256Hash chainHash,
        Sha256Hash previousHeadHash,
        Optional<Sha256Hash> logRoot,
        Instant time) {
    public TreeHead {
        if (batch < 1 || firstSequence < 1 || treeSize < 1 || lastSequence - firstSequence + 1 != treeSize) {
            throw new IllegalArgumentException("batch, sequences and tree size do not fit each other");
        }
    }

    /** The exact octets that are sealed: JSON in one line, its keys in the order of this record. */
    public Bytes toBytes() {
        return TreeHeadJson.write(this);
    }

    /** What the head is in the tree over all heads: the leaf with the index {@code batch - 1}. */
    public Sha256Hash leafHash() {
        return leafHash(toBytes());
    }

    /**
     * The leaf that the octets of a head are.
     *
     * <p>Source: RFC 9162 §2.1.1.
     */
    public static Sha256Hash leafHash(Bytes head) {
        return MerkleTree.leafHash(head.toArray());
    }

    /** Leaves of the tree that {@link #logRoot()} is the root of. */
    public long logSize() {
        return batch - 1;
    }

    /**
     * The head that these octets are.
     *
     * @throws MalformedEvidenceException if they are not exactly what {@link #toBytes()} gives for some head
     */
    public static TreeHead parse(Bytes octets) throws MalformedEvidenceException {
        return TreeHeadJson.read(octets);
    }
}
