package vn.lienthong.exchange.boundary.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer abcdefghijklmnop", "bearer   abcdefghijklmnop", "BEARER abcdefghijklmnop"})
    void readsTheTokenWhateverTheCaseOfTheScheme(String field) {
        assertThat(BearerToken.of(field)).contains("abcdefghijklmnop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer tooshort",
                "Basic abcdefghijklmnop",
                "Bearer abcdefghijklmnop extra",
                "Bearer abcdefgh\nijklmnop",
                "Bearer abcdefghijklmnop\n",
                "Bearerabcdefghijklmnop"
            })
    void refusesEverythingElse(String field) {
        assertThat(BearerToken.of(field)).isEmpty();
    }

    @Test
    void refusesNoFieldAndAFieldWithoutEnd() {
        assertThat(BearerToken.of(null)).isEmpty();
        assertThat(BearerToken.of("Bearer " + "a".repeat(10_000))).isEmpty();
    }
}
