package vn.lienthong.signer.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BerElementTest {
    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void measuresAnElementAndIgnoresWhatFollows() {
        assertThat(BerElement.length(hex("3003020105ffff"), 4)).hasValue(5);
        assertThat(BerElement.isWhole(hex("3003020105ffff"), 4)).isFalse();
        assertThat(BerElement.isWhole(hex("3003020105"), 4)).isTrue();
    }

    @Test
    void measuresAnElementOfIndefiniteLength() {
        assertThat(BerElement.length(hex("30800201050000aa"), 4)).hasValue(7);
        assertThat(BerElement.length(hex("308030800000020105000000"), 4)).hasValue(11);
    }

    @Test
    void refusesNestingBeyondItsDepth() {
        byte[] nested = hex("30800000");
        assertThat(BerElement.length(nested, 1)).isPresent();
        assertThat(BerElement.length(hex("3080".repeat(30_000)), 16)).isEmpty();
        assertThat(BerElement.length(hex("300630043002" + "0500"), 2)).isEmpty();
    }

    @Test
    void refusesAnElementThatIsCutOff() {
        assertThat(BerElement.length(hex("30030201"), 4)).isEmpty();
        assertThat(BerElement.length(hex("3080020105"), 4)).isEmpty();
        assertThat(BerElement.length(hex("30"), 4)).isEmpty();
        assertThat(BerElement.length(new byte[0], 4)).isEmpty();
        assertThat(BerElement.length(hex("3084ffffffff"), 4)).isEmpty();
    }

    @Test
    void refusesAChildThatLeavesItsParent() {
        assertThat(BerElement.length(hex("30030204010203"), 4)).isEmpty();
    }

    @Property
    void neverFails(@ForAll @Size(max = 200) byte[] octets) {
        BerElement.length(octets, 8).ifPresent(l -> assertThat(l).isBetween(2, octets.length));
    }
}
