package vn.lienthong.exchange.infrastructure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeysIT {
    private static final String ONE = "0a".repeat(32);
    private static final String TWO = "0b".repeat(32);

    @TempDir
    Path folder;

    @Test
    void readsThemInTheirOrder() throws IOException {
        assertThat(SealingKeys.ofFile(file(ONE + "\n\n" + TWO + "\n"))).containsExactly(key(10), key(11));
        assertThat(SealingKeys.ofFile(file(ONE))).containsExactly(key(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "0a0a", "xyz"})
    void refusesWhatIsNoKey(String text) {
        assertThatIOException().isThrownBy(() -> SealingKeys.ofFile(file(text)));
        assertThatIOException().isThrownBy(() -> SealingKeys.ofFile(file(ONE + "\n" + text + "0\n")));
    }

    @Test
    void refusesOneTwiceAndTooMany() {
        assertThatIOException().isThrownBy(() -> SealingKeys.ofFile(file(ONE + "\n" + ONE + "\n")));
        StringBuilder nine = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            nine.append(("1" + i).repeat(32)).append('\n');
        }
        assertThatIOException().isThrownBy(() -> SealingKeys.ofFile(file(nine.toString())));
    }

    @Test
    void saysNothingOfAKeyThatItRefuses() {
        assertThatIOException()
                .isThrownBy(() -> SealingKeys.ofFile(file(ONE + "0")))
                .withMessageNotContaining("0a0a");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("keys"), text);
    }

    private static SecretKeySpec key(int octet) {
        byte[] octets = new byte[32];
        java.util.Arrays.fill(octets, (byte) octet);
        return new SecretKeySpec(octets, "AES");
    }
}
