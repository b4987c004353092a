package vn.lienthong.exchange.application.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.twostep.TwoStepRefusal;

class TwoStepFailuresTest {
    @ParameterizedTest
    @EnumSource(TwoStepRefusal.class)
    void eachRefusalIsTheCallersToMend(TwoStepRefusal reason) {
        FailureCode code = TwoStepFailures.of(reason).code();
        assertThat(code.category()).isEqualTo(Category.CALLER);
        assertThat(code.retryable()).isFalse();
    }

    @Test
    void whatCanHappenOverRestHasACodeOfItsOwn() {
        assertThat(EnumSet.complementOf(EnumSet.of(TwoStepRefusal.OTHER_CERTIFICATE)).stream()
                        .map(reason -> TwoStepFailures.of(reason).code()))
                .doesNotHaveDuplicates();
    }

    @Test
    void wordsComeBackAsTheyWereSealed() {
        AskedWords words = new AskedWords("nguyễn-văn-an", Bytes.of(new byte[] {0, -1, 123}));
        assertThat(AskedWords.decoded(words.encoded())).isEqualTo(words);
        AskedWords none = new AskedWords("a", Bytes.of(new byte[0]));
        assertThat(AskedWords.decoded(none.encoded())).isEqualTo(none);
    }
}
