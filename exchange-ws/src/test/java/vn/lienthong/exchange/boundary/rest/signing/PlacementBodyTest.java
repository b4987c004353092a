package vn.lienthong.exchange.boundary.rest.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.seal.Placement;

/** As callers write it. */
class PlacementBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void takesATitleWithTheName() throws Exception {
        assertThat(placement("\"fullName\":\"Nguyễn Văn Bình\",\"title\":\"PHÓ CHỦ TỊCH\""))
                .isEqualTo(new Placement.AboveName("Nguyễn Văn Bình", Optional.of("PHÓ CHỦ TỊCH")));
        assertThat(placement("\"fullName\":\"Nguyễn Văn Bình\""))
                .isEqualTo(new Placement.AboveName("Nguyễn Văn Bình", Optional.empty()));
    }

    @Test
    void refusesATitleThatIsNone() {
        for (String title : new String[] {"", " ", "x".repeat(201)}) {
            assertThatThrownBy(() -> placement("\"fullName\":\"Nguyễn Văn Bình\",\"title\":\"" + title + "\""))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARAMETER_INVALID));
        }
    }

    private static Placement placement(String members) throws Exception {
        return JSON.readValue("{\"rule\":\"above-name\"," + members + "}", PlacementBody.class)
                .placement();
    }
}
