package vn.lienthong.signer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void keepsItsOctetsWhenTheCallersArrayChanges() {
        byte[] mine = {1, 2, 3};
        Bytes bytes = Bytes.of(mine);
        mine[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void showsItsLengthOnly() {
        assertThat(Bytes.ofHex("c0ffee")).hasToString("Bytes[3]");
    }
}
