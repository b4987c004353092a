package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;

class Base64OctetsTest {

    @Provide
    Arbitrary<byte[]> contents() {
        return Arbitraries.integers().between(0, 40_000).map(length -> {
            byte[] octets = new byte[length];
            for (int i = 0; i < length; i++) {
                octets[i] = (byte) (i * 31 + length);
            }
            return octets;
        });
    }

    @Property(tries = 200)
    void decodesWhateverThePiecesAndLineBreaks(
            @ForAll("contents") byte[] content, @ForAll @IntRange(min = 1, max = 9000) int piece) throws Exception {
        char[] text = Base64.getMimeEncoder().encodeToString(content).toCharArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Octets octets = new Base64Octets(0, out);
        for (int at = 0; at < text.length; at += piece) {
            octets.accept(text, at, Math.min(piece, text.length - at));
        }
        ContentRef ref = octets.finish();

        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(ref)
                .isEqualTo(new ContentRef(
                        Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(content)), content.length));
    }
}
