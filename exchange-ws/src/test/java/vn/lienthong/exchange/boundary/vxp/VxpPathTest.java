package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VxpPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/LGSP", "/LGSP/adapter", "/a/b/c/d", "/v1.0.0"})
    void takesWhatAnEndpointWas(String prefix) {
        assertThat(new VxpPath(prefix).prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "LGSP",
                "/LGSP/",
                "/*",
                "//",
                "/a/../b",
                "/.",
                "/a b",
                "/a/b/c/d/e",
                "/api",
                "/api/v2",
                "/csc",
                "/soap/x",
                "/VXPAdapter/adapter",
                "/%2e",
                "/a\n"
            })
    void refusesWhatIsNoPathOrSomebodyElses(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VxpPath(prefix));
    }
}
