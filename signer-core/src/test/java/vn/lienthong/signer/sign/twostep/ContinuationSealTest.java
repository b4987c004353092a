package vn.lienthong.signer.sign.twostep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.twostep.ContinuationSeal.Opening;

class ContinuationSealTest {
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Bytes ASKED = Bytes.of(new byte[] {1, 2, 3});
    private static final ToBeSigned PREPARED = new ToBeSigned(
            SignatureScheme.ECDSA_SHA384,
            DigestAlgorithm.SHA384.digest(new byte[1]),
            DigestAlgorithm.SHA256.digest(new byte[2]),
            SignatureForm.ASIC_E_CADES,
            SignatureLevel.BASELINE_LT,
            NOW);
    private static final Opening FOREIGN = new Opening.NotOpened(TwoStepRefusal.CONTINUATION_FOREIGN);

    private final ContinuationSeal seal = seal((byte) 1, NOW);

    @Test
    void anotherNodeOpensItUntilItsTimeIsOver() {
        String text = seal.seal(ASKED, PREPARED).text();
        assertThat(seal((byte) 1, NOW.plus(LIFE).minusMillis(1)).open(text))
                .isEqualTo(new Opening.Opened(new Continuation(ASKED, PREPARED, NOW.plus(LIFE))));
        assertThat(seal((byte) 1, NOW.plus(LIFE)).open(text))
                .isEqualTo(new Opening.NotOpened(TwoStepRefusal.CONTINUATION_EXPIRED));
        assertThat(seal.seal(ASKED, PREPARED).text()).isNotEqualTo(text);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        assertThat(seal((byte) 2, NOW).open(seal.seal(ASKED, PREPARED).text())).isEqualTo(FOREIGN);
    }

    @Test
    void noChangedCharacterIsOverlooked() {
        String text = seal.seal(ASKED, PREPARED).text();
        for (int at = 0; at < text.length(); at++) {
            for (char other : new char[] {'A', 'B', 'Q', '=', '\n'}) {
                if (other != text.charAt(at)) {
                    assertThat(seal.open(text.substring(0, at) + other + text.substring(at + 1)))
                            .isEqualTo(FOREIGN);
                }
            }
            assertThat(seal.open(text.substring(0, at))).isEqualTo(FOREIGN);
        }
        assertThat(seal.open(text + "=")).isEqualTo(FOREIGN);
        assertThat(seal.open(text.repeat(200))).isEqualTo(FOREIGN);
    }

    @Test
    void itsLastCharacterHasOneSpelling() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // each of the three lengths that Base64 tells apart
        for (int length : new int[] {1, 4, 7}) {
            String text = seal.seal(Bytes.of(new byte[length]), PREPARED).text();
            String head = text.substring(0, text.length() - 1);
            assertThat(alphabet.chars()
                            .mapToObj(last -> head + (char) last)
                            .filter(t -> !seal.open(t).equals(FOREIGN)))
                    .containsExactly(text);
        }
    }

    @Property(tries = 200)
    void anyOtherTextIsForeign(@ForAll String text) {
        assertThat(seal.open(text)).isEqualTo(FOREIGN);
    }

    @Test
    void sealsNothingThatItWouldNotOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> seal.seal(Bytes.of(new byte[50_000]), PREPARED));
    }

    @Test
    void aNewKeySealsAndTheOneBeforeStillOpens() {
        String before = seal.seal(ASKED, PREPARED).text();
        ContinuationSeal both = seal(NOW, (byte) 2, (byte) 1);
        assertThat(both.open(before)).isInstanceOf(Opening.Opened.class);
        String after = both.seal(ASKED, PREPARED).text();
        assertThat(seal.open(after)).isEqualTo(FOREIGN);
        ContinuationSeal alone = seal((byte) 2, NOW);
        assertThat(alone.open(after)).isInstanceOf(Opening.Opened.class);
        assertThat(alone.open(before)).isEqualTo(FOREIGN);
    }

    @Test
    void isNothingWithoutAKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> seal(NOW));
    }

    private static ContinuationSeal seal(byte key, Instant now) {
        return seal(now, key);
    }

    private static ContinuationSeal seal(Instant now, byte... first) {
        List<SecretKey> keys = new ArrayList<>();
        for (byte octet : first) {
            byte[] octets = new byte[32];
            octets[0] = octet;
            keys.add(new SecretKeySpec(octets, "AES"));
        }
        return new ContinuationSeal(keys, new SecureRandom(), Clock.fixed(now, ZoneOffset.UTC), LIFE);
    }
}
