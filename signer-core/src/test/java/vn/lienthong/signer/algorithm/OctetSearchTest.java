package vn.lienthong.signer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;

class OctetSearchTest {

    /** Few values, so that the sought one and its neighbours are common. */
    @Property(tries = 2_000)
    void findsTheFirstOne(
            @ForAll("few") byte[] few,
            @ForAll @ByteRange(min = -3, max = 3) byte sought,
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 60) int to) {
        int end = Math.min(to, few.length);
        int begin = Math.min(from, end);
        int expected = begin;
        while (expected < end && few[expected] != sought) {
            expected++;
        }
        assertThat(OctetSearch.indexOf(few, begin, end, sought)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<byte[]> few() {
        return Arbitraries.bytes()
                .between((byte) -2, (byte) 2)
                .array(byte[].class)
                .ofMaxSize(60);
    }

    @Property
    void findsEachOctet(@ForAll byte sought, @ForAll byte other, @ForAll @IntRange(max = 39) int place) {
        byte[] octets = new byte[40];
        java.util.Arrays.fill(octets, other);
        octets[place] = sought;
        assertThat(OctetSearch.indexOf(octets, 0, 40, sought)).isEqualTo(other == sought ? 0 : place);
    }
}
