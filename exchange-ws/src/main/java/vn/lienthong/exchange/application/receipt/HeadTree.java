package vn.lienthong.exchange.application.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.audit.LogTree;
import vn.lienthong.exchange.domain.audit.LogTree.LogNode;
import vn.lienthong.exchange.domain.audit.LogTree.Place;
import vn.lienthong.exchange.domain.audit.Octets;
import vn.lienthong.exchange.domain.audit.SealedLog.SealedBatch;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.LogPosition;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.NodeId;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.merkle.StoredTree;

/** The tree over the heads of all batches, as it is stored. */
final class HeadTree {
    private HeadTree() {}

    /** Where the log stands, and the edge of its tree, to which the next head is a leaf. */
    record Position(LogPosition log, CompactTree tree) {}

    /** Proofs out of the stored nodes. */
    static StoredTree stored(LogTree tree) {
        return new StoredTree(wanted -> nodes(tree, wanted));
    }

    /**
     * Where the log stands after its newest batch.
     *
     * @throws IllegalStateException if head and stored tree do not tell the same: nothing may be sealed on top of that
     */
    static Position position(LogTree tree, Optional<SealedBatch> newest) {
        if (newest.isEmpty()) {
            return new Position(LogPosition.START, CompactTree.EMPTY);
        }
        Bytes octets = Bytes.of(newest.get().head().toArray());
        try {
            TreeHead head = TreeHead.parse(octets);
            CompactTree before = stored(tree).edge(head.logSize());
            CompactTree after = stored(tree).edge(head.batch());
            if (!before.with(TreeHead.leafHash(octets)).tree().equals(after)
                    || !head.logRoot().map(before.root()::equals).orElse(true)) {
                throw new IllegalStateException("the log's tree in the database is not the one that was sealed");
            }
            return new Position(LogPosition.after(head, after), after);
        } catch (MalformedEvidenceException e) {
            throw new IllegalStateException("the newest tree head in the database was changed", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("nodes of the log's tree in the database are missing", e);
        }
    }

    /** What is to be stored of the tree when this head is added to it. */
    static List<LogNode> grown(Position position, SealedHead sealed) {
        return position.tree().with(TreeHead.leafHash(sealed.head())).completed().stream()
                .map(node -> new LogNode(
                        new Place(node.id().level(), node.id().index()),
                        Octets.of(node.hash().toArray())))
                .toList();
    }

    private static Map<NodeId, Sha256Hash> nodes(LogTree tree, Set<NodeId> wanted) {
        Map<NodeId, Sha256Hash> nodes = new HashMap<>();
        for (LogNode node : tree.nodes(
                wanted.stream().map(id -> new Place(id.level(), id.index())).toList())) {
            nodes.put(
                    new NodeId(node.at().level(), node.at().place()),
                    new Sha256Hash(Bytes.of(node.hash().toArray())));
        }
        return nodes;
    }
}
