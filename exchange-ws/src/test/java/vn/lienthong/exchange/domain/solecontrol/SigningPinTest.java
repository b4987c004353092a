package vn.lienthong.exchange.domain.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningPinTest {
    @ParameterizedTest
    @ValueSource(strings = {"482915", "0000001", "1234567890123457", "135790"})
    void takesDigitsThatAreNotEasyToGuess(String digits) {
        assertThat(SigningPin.isAcceptable(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "48291",
                "12345678901234567",
                "000000",
                "123456",
                "987654",
                "456789",
                "48291a",
                "４８２９１５",
                " 482915"
            })
    void refusesTheRest(String digits) {
        assertThat(SigningPin.isAcceptable(digits)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = "482915")
    void doesNotShowItself(String digits) {
        assertThat(new SigningPin(digits).toString()).doesNotContain(digits);
        assertThat(GivenFactors.of(digits, "287082").toString()).doesNotContain(digits, "287082");
    }
}
