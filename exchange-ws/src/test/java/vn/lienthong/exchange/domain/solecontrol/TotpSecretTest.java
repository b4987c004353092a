package vn.lienthong.exchange.domain.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.domain.account.SharedSecret;

class TotpSecretTest {
    private static final TotpSecret RFC =
            new TotpSecret(SharedSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    /** RFC 6238, Appendix B, column SHA1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesThePasswordsOfTheStandard(long seconds, String password) {
        Instant at = Instant.ofEpochSecond(seconds);
        assertThat(RFC.password(TotpSecret.step(at))).isEqualTo(password);
        assertThat(RFC.matchingStep(password, at)).hasValue(seconds / 30);
    }

    @Test
    void takesThePasswordsAroundNowAndNoOthers() {
        Instant now = Instant.parse("2026-11-20T08:00:10Z");
        long step = TotpSecret.step(now);
        for (long away = -5; away <= 5; away++) {
            OptionalLong found = RFC.matchingStep(RFC.password(step + away), now);
            assertThat(found)
                    .as("step %d", away)
                    .isEqualTo(Math.abs(away) <= 1 ? OptionalLong.of(step + away) : OptionalLong.empty());
        }
    }

    @Test
    void refusesWhatIsNoPassword() {
        Instant now = Instant.ofEpochSecond(59);
        for (String text : new String[] {"", "287082 ", "28708", "0287082", "94287082", "abcdef", "２８７０８２"}) {
            assertThat(RFC.matchingStep(text, now)).as(text).isEmpty();
        }
    }

    /** RFC 4648, section 10, and the text that authenticators' manuals give for the secret of RFC 6238. */
    @Test
    void isWrittenInBase32() {
        assertThat(RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(new TotpSecret(SharedSecret.of("foobarba".getBytes(StandardCharsets.US_ASCII))).base32())
                .isEqualTo("MZXW6YTBOJRGC");
    }

    @Test
    void hasTheEntropyOfTheHashAndDoesNotShowIt() {
        TotpSecret secret = TotpSecret.random(RandomGenerator.of("L64X128MixRandom"));
        assertThat(secret.secret().reveal()).hasSize(20);
        assertThat(secret.toString()).doesNotContain(secret.base32());
    }
}
