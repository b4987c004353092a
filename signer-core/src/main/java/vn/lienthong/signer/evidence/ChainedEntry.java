package vn.lienthong.signer.evidence;

import java.nio.ByteBuffer;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/**
 * An entry in its place in the log.
 *
 * @param sequence from 1, without gaps over the whole log
 * @param previousHash leaf hash of the entry before; zero octets for the first
 */
public record ChainedEntry(long sequence, Salt salt, Sha256Hash previousHash, Bytes entry) {
    public ChainedEntry {
        if (sequence < 1) {
            throw new IllegalArgumentException("the first entry is number 1");
        }
    }

    /**
     * SHA-256 of: the octet 00, the salt (32), the sequence (8, big-endian), the previous leaf hash (32), the entry. One
     * value is both the tree's leaf and the chain's link, so that a proof of inclusion proves the place in the chain.
     */
    public Sha256Hash leafHash() {
        return MerkleTree.leafHash(
                salt.value().toArray(),
                ByteBuffer.allocate(Long.BYTES).putLong(sequence).array(),
                previousHash.toArray(),
                entry.toArray());
    }
}
