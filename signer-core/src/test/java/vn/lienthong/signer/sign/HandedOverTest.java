package vn.lienthong.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

class HandedOverTest {
    private static final byte[] FILE = "văn bản".getBytes(StandardCharsets.UTF_8);

    private final MessageDigest sha256 = DigestAlgorithm.SHA256.newMessageDigest();

    @Test
    void isContinuedAsOftenAsAskedForAndByNobodyElse() {
        sha256.update(FILE);
        HandedOver file = HandedOver.of(sha256);
        sha256.update((byte) 1);
        for (int i = 0; i < 2; i++) {
            MessageDigest continued = file.continued(DigestAlgorithm.SHA256).orElseThrow();
            assertThat(continued.digest())
                    .isEqualTo(DigestAlgorithm.SHA256.digest(FILE).value().toArray());
        }
        assertThat(file.continued(DigestAlgorithm.SHA384)).isEmpty();
        assertThat(file.continued(DigestAlgorithm.SHA3_256)).isEmpty();
    }

    @Test
    void mayBeToldToStay() {
        HandedOver file = HandedOver.of(sha256);
        assertThat(file.mayBeTaken()).isTrue();
        assertThat(file.toStay().mayBeTaken()).isFalse();
        assertThat(file.toStay().continued(DigestAlgorithm.SHA256)).isPresent();
    }

    @Test
    void refusesTheDigestOfAnotherAlgorithm() {
        assertThatThrownBy(() -> HandedOver.of(DigestAlgorithm.SHA384.newMessageDigest()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
