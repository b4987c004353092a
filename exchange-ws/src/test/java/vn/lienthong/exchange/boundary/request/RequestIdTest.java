package vn.lienthong.exchange.boundary.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private static final RandomGenerator ZEROES = () -> 0;

    @Test
    void takesTheIdOfTheCaller() {
        assertThat(RequestId.takenOrNew("qlvb-2026.03_01", ZEROES).value()).isEqualTo("qlvb-2026.03_01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has space", "line\nbreak-x", "<script>alert", "ờờờờờờờờờ"})
    void makesItsOwnInPlaceOfAMalformedOne(String offered) {
        assertThat(RequestId.takenOrNew(offered, ZEROES).value()).isEqualTo("0".repeat(32));
    }

    @Test
    void makesItsOwnWhenNoneIsOfferedOrItIsTooLong() {
        assertThat(RequestId.takenOrNew(null, ZEROES).value()).hasSize(32);
        assertThat(RequestId.takenOrNew("a".repeat(65), ZEROES).value()).hasSize(32);
    }
}
