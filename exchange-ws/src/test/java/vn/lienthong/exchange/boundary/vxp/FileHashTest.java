package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** Hashes by {@code printf 49 | sha256sum}. */
class FileHashTest {
    private static final String HEX = "0e17daca5f3e175f448bacace3bc0da47d0655a74c8dd0dc497a3afbdad95f1f";

    private static Sha256Digest digest() throws Exception {
        return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest("49".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEX,
                "0E17DACA5F3E175F448BACACE3BC0DA47D0655A74C8DD0DC497A3AFBDAD95F1F",
                "e17daca5f3e175f448bacace3bcda47d655a74c8dd0dc497a3afbdad95f1f"
            })
    void isTheHashWithAndWithoutLeadingZeros(String text) throws Exception {
        assertThat(new FileHash(text).test(digest())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e17daca5f3e175f448bacace3bc0da47d0655a74c8dd0dc497a3afbdad95f1f",
                "0e17daca5f3e175f448bacace3bcda47d655a74c8dd0dc497a3afbdad95f1f",
                "1e17daca5f3e175f448bacace3bc0da47d0655a74c8dd0dc497a3afbdad95f1f",
                ""
            })
    void isNoOtherText(String text) throws Exception {
        assertThat(new FileHash(text).test(digest())).isFalse();
    }

    @Test
    void isWellFormedOnlyAsHexadecimalOfAPossibleLength() {
        assertThat(new FileHash(HEX).isWellFormed()).isTrue();
        assertThat(new FileHash("0".repeat(31)).isWellFormed()).isFalse();
        assertThat(new FileHash("0".repeat(65)).isWellFormed()).isFalse();
        assertThat(new FileHash("g".repeat(64)).isWellFormed()).isFalse();
    }
}
