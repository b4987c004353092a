package vn.lienthong.signer.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Vectors: google/certificate-transparency, merkletree/merkle_tree_test.cc (public). */
class ConsistencyProofTest {

    @Test
    void proofsAreThePublishedOnes() {
        assertThat(published(8, 1))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(published(8, 6))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(published(5, 2))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(published(1, 1)).isEmpty();
    }

    private static List<String> published(int size, int first) {
        return MerkleTreeTest.published(size).consistencyProof(first).path().stream()
                .map(Sha256Hash::hex)
                .toList();
    }

    @Test
    void everyPairOfSizesIsProvenAsTheStandardSays() {
        for (int size = 1; size <= 40; size++) {
            List<Sha256Hash> leaves = MerkleTreeTest.leaves(size);
            MerkleTree tree = MerkleTree.of(leaves);
            assertThat(tree.root()).isEqualTo(NaiveTree.root(leaves));
            for (int first = 1; first <= size; first++) {
                ConsistencyProof proof = tree.consistencyProof(first);
                assertThat(proof.path()).isEqualTo(NaiveTree.proof(first, leaves));
                assertThat(proof.verify(NaiveTree.root(leaves.subList(0, first)), tree.root()))
                        .as("%d in %d", first, size)
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void changedHistoryIsNotConsistent(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 199) int any,
            @ForAll @IntRange(min = 0, max = 199) int changed) {
        int first = 1 + any % (size - 1);
        List<Sha256Hash> leaves = MerkleTreeTest.leaves(size);
        ConsistencyProof proof = MerkleTree.of(leaves).consistencyProof(first);
        List<Sha256Hash> rewritten = new ArrayList<>(leaves.subList(0, first));
        rewritten.set(changed % first, Sha256Hash.over(new byte[] {9, 9, 9}));
        Sha256Hash before = NaiveTree.root(rewritten);
        assertThat(proof.verify(before, NaiveTree.root(leaves))).isFalse();
        // nor by any proof out of the tree that was published later
        for (int other = 1; other <= size; other++) {
            ConsistencyProof another = new ConsistencyProof(
                    first, size, MerkleTree.of(leaves).consistencyProof(other).path());
            assertThat(another.verify(before, NaiveTree.root(leaves))).isFalse();
        }
    }

    @Property(tries = 300)
    void changedProofProvesNothing(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 199) int any,
            @ForAll @IntRange(min = 0, max = 20) int place) {
        int first = 1 + any % (size - 1);
        List<Sha256Hash> leaves = MerkleTreeTest.leaves(size);
        Sha256Hash before = NaiveTree.root(leaves.subList(0, first));
        Sha256Hash after = NaiveTree.root(leaves);
        List<Sha256Hash> path = MerkleTree.of(leaves).consistencyProof(first).path();
        int at = place % path.size();
        List<List<Sha256Hash>> wrong = new ArrayList<>();
        wrong.add(List.of());
        wrong.add(without(path, at));
        wrong.add(with(path, at, path.get(at)));
        wrong.add(with(path, path.size(), Sha256Hash.ZERO));
        List<Sha256Hash> other = new ArrayList<>(path);
        other.set(at, Sha256Hash.ZERO);
        wrong.add(other);
        List<Sha256Hash> turned = new ArrayList<>(path);
        Collections.reverse(turned);
        if (!turned.equals(path)) {
            wrong.add(turned);
        }
        for (List<Sha256Hash> one : wrong) {
            assertThat(new ConsistencyProof(first, size, one).verify(before, after))
                    .as("%d in %d by %s", first, size, one)
                    .isFalse();
        }
        assertThat(new ConsistencyProof(first, size, path).verify(after, before))
                .isFalse();
    }

    @Test
    void treesOfOneSizeAreConsistentIfTheyAreOne() {
        Sha256Hash root = NaiveTree.root(MerkleTreeTest.leaves(7));
        ConsistencyProof none = new ConsistencyProof(7, 7, List.of());
        assertThat(none.verify(root, root)).isTrue();
        assertThat(none.verify(root, Sha256Hash.ZERO)).isFalse();
        assertThat(new ConsistencyProof(7, 7, List.of(root)).verify(root, root)).isFalse();
    }

    @Test
    void refusesSizesThatNoTreeGrewBy() {
        assertThatThrownBy(() -> new ConsistencyProof(0, 4, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsistencyProof(5, 4, List.of())).isInstanceOf(IllegalArgumentException.class);
        MerkleTree tree = MerkleTree.of(MerkleTreeTest.leaves(3));
        assertThatThrownBy(() -> tree.consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Sha256Hash> without(List<Sha256Hash> path, int at) {
        List<Sha256Hash> less = new ArrayList<>(path);
        less.remove(at);
        return less;
    }

    private static List<Sha256Hash> with(List<Sha256Hash> path, int at, Sha256Hash added) {
        List<Sha256Hash> more = new ArrayList<>(path);
        more.add(at, added);
        return more;
    }
}
