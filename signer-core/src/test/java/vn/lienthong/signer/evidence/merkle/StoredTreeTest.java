package vn.lienthong.signer.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Proofs out of stored full subtrees, held against RFC 9162 §2.1 word for word ({@link NaiveTree}). */
class StoredTreeTest {
    private static final int SIZE = 400;
    private static final List<Sha256Hash> LEAVES = MerkleTreeTest.leaves(SIZE);

    private final Map<NodeId, Sha256Hash> stored = new HashMap<>();
    private final List<Set<NodeId>> asked = new ArrayList<>();
    private final StoredTree tree = new StoredTree(wanted -> {
        asked.add(wanted);
        Map<NodeId, Sha256Hash> found = new HashMap<>(stored);
        found.keySet().retainAll(wanted);
        return found;
    });

    StoredTreeTest() {
        CompactTree grown = CompactTree.EMPTY;
        for (Sha256Hash leaf : LEAVES) {
            CompactTree.Grown next = grown.with(leaf);
            next.completed()
                    .forEach(node -> assertThat(stored.put(node.id(), node.hash()))
                            .as("stored once, never changed")
                            .isNull());
            grown = next.tree();
        }
        assertThat(stored.size()).isLessThan(2 * SIZE);
    }

    @Property(tries = 500)
    void everyTreeOnTheWayProvesWhatItHolds(
            @ForAll @IntRange(min = 1, max = SIZE) int size, @ForAll @IntRange(min = 0, max = SIZE - 1) int any) {
        int leaf = any % size;
        List<Sha256Hash> leaves = LEAVES.subList(0, size);
        asked.clear();
        InclusionProof proof = tree.inclusionProof(leaf, size);
        assertThat(proof.path())
                .isEqualTo(MerkleTree.of(leaves).inclusionProof(leaf).path());
        assertThat(proof.verify(LEAVES.get(leaf), NaiveTree.root(leaves))).isTrue();
        assertThat(proof.verify(Sha256Hash.ZERO, NaiveTree.root(leaves))).isFalse();
        assertThat(asked).as("the store is asked once").hasSizeLessThanOrEqualTo(1);
        assertThat(asked).allSatisfy(wanted -> assertThat(wanted).hasSizeLessThanOrEqualTo(2 * 9));
    }

    @Property(tries = 500)
    void everyTreeGrewOutOfEveryEarlierOne(
            @ForAll @IntRange(min = 1, max = SIZE) int second, @ForAll @IntRange(min = 0, max = SIZE - 1) int any) {
        int first = 1 + any % second;
        List<Sha256Hash> leaves = LEAVES.subList(0, second);
        asked.clear();
        ConsistencyProof proof = tree.consistencyProof(first, second);
        assertThat(proof.path()).isEqualTo(NaiveTree.proof(first, leaves));
        assertThat(proof.verify(NaiveTree.root(leaves.subList(0, first)), NaiveTree.root(leaves)))
                .isTrue();
        assertThat(asked).as("the store is asked once").hasSizeLessThanOrEqualTo(1);
        assertThat(asked).allSatisfy(wanted -> assertThat(wanted).hasSizeLessThanOrEqualTo(2 * 9));
    }

    @Property(tries = 200)
    void theEdgeTellsTheRootAndGrowsOn(@ForAll @IntRange(min = 0, max = SIZE - 1) int size) {
        CompactTree edge = tree.edge(size);
        assertThat(edge).isEqualTo(CompactTree.of(LEAVES.subList(0, size)));
        assertThat(edge.root()).isEqualTo(MerkleTree.of(LEAVES.subList(0, size)).root());
        assertThat(edge.with(LEAVES.get(size)).tree().root()).isEqualTo(NaiveTree.root(LEAVES.subList(0, size + 1)));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> tree.inclusionProof(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(0, SIZE + 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(4, SIZE + 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.edge(SIZE + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A tree of ten million: what is asked of the store, without storing it. */
    @Test
    void aProofInALargeTreeAsksForFewNodes() {
        Set<NodeId> wanted = new java.util.HashSet<>();
        StoredTree large = new StoredTree(nodes -> {
            wanted.addAll(nodes);
            Map<NodeId, Sha256Hash> any = new HashMap<>();
            nodes.forEach(node -> any.put(node, Sha256Hash.ZERO));
            return any;
        });
        assertThat(large.inclusionProof(6_543_210, 9_999_999).path()).hasSizeLessThanOrEqualTo(24);
        large.consistencyProof(5_123_457, 9_999_999);
        assertThat(wanted).hasSizeLessThanOrEqualTo(2 * 2 * 24);
    }
}
