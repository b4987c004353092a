package vn.lienthong.exchange.infrastructure.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TailDigestTest {

    @Property
    void digestsTheSameHoweverTheOctetsArrive(
            @ForAll("lineEnds") byte[] octets, @ForAll @IntRange(min = 1, max = 5) int piece)
            throws NoSuchAlgorithmException {
        TailDigest digest = new TailDigest();
        for (int at = 0; at < octets.length; at += piece) {
            byte[] part = Arrays.copyOfRange(octets, at, Math.min(octets.length, at + piece));
            digest.update(part, part.length);
        }
        assertThat(digest.whole().ref().digest().toArray()).isEqualTo(sha256(octets));
        assertThat(digest.whole().ref().length()).isEqualTo(octets.length);
        boolean ends = octets.length > 1 && octets[octets.length - 2] == '\r' && octets[octets.length - 1] == '\n';
        assertThat(digest.endsWithCrlf()).isEqualTo(ends);
        if (ends) {
            assertThat(digest.withoutCrlf().ref().digest().toArray())
                    .isEqualTo(sha256(Arrays.copyOf(octets, octets.length - 2)));
        }
    }

    @Provide
    Arbitrary<byte[]> lineEnds() {
        return Arbitraries.of((byte) '\r', (byte) '\n', (byte) 'x')
                .array(byte[].class)
                .ofMaxSize(12);
    }

    private static byte[] sha256(byte[] octets) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(octets);
    }
}
