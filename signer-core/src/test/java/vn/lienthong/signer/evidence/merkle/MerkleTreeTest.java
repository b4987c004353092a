package vn.lienthong.signer.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Bytes;

/** Vectors: google/certificate-transparency, merkletree/merkle_tree_test.cc (public). */
class MerkleTreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    static MerkleTree published(int size) {
        return MerkleTree.of(LEAVES.stream()
                .limit(size)
                .map(hex -> MerkleTree.leafHash(HexFormat.of().parseHex(hex)))
                .toList());
    }

    static List<Sha256Hash> leaves(int size) {
        List<Sha256Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leafHash(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }

    @Test
    void emptyTreeIsTheHashOfNothing() {
        assertThat(MerkleTree.of(List.of()).root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void rootsAreThePublishedOnes() {
        for (int size = 1; size <= 8; size++) {
            assertThat(published(size).root().hex()).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void pathOfTheSixthOfEightLeavesIsThePublishedOne() {
        assertThat(published(8).inclusionProof(5).path())
                .extracting(Sha256Hash::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Property(tries = 60)
    void everyLeafIsProvenAndNoOther(@ForAll @IntRange(min = 1, max = 130) int size) {
        List<Sha256Hash> leaves = leaves(size);
        MerkleTree tree = MerkleTree.of(leaves);
        for (int i = 0; i < size; i++) {
            InclusionProof proof = tree.inclusionProof(i);
            assertThat(proof.verify(leaves.get(i), tree.root())).isTrue();
            assertThat(proof.verify(leaves.get((i + 1) % size), tree.root())).isEqualTo(size == 1);
        }
    }

    @Property(tries = 200)
    void changedPathIndexOrSizeProvesNothing(
            @ForAll @IntRange(min = 2, max = 130) int size, @ForAll @IntRange(min = 0, max = 129) int at) {
        int index = at % size;
        MerkleTree tree = MerkleTree.of(leaves(size));
        Sha256Hash leaf = leaves(size).get(index);
        InclusionProof proof = tree.inclusionProof(index);
        for (int other = 0; other < size; other++) {
            if (other != index) {
                assertThat(new InclusionProof(other, size, proof.path()).verify(leaf, tree.root()))
                        .isFalse();
            }
        }
        for (int i = 0; i < proof.path().size(); i++) {
            List<Sha256Hash> path = new ArrayList<>(proof.path());
            byte[] flipped = path.get(i).toArray();
            flipped[index % 32] ^= 1;
            path.set(i, new Sha256Hash(Bytes.of(flipped)));
            assertThat(new InclusionProof(index, size, path).verify(leaf, tree.root()))
                    .isFalse();
            assertThat(new InclusionProof(index, size, proof.path().subList(0, i)).verify(leaf, tree.root()))
                    .isFalse();
        }
        List<Sha256Hash> longer = new ArrayList<>(proof.path());
        longer.add(Sha256Hash.ZERO);
        assertThat(new InclusionProof(index, size, longer).verify(leaf, tree.root()))
                .isFalse();
    }

    @Test
    void refusesLeafThatIsNotThere() {
        assertThatThrownBy(() -> MerkleTree.of(leaves(3)).inclusionProof(3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.of(leaves(3)).inclusionProof(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
