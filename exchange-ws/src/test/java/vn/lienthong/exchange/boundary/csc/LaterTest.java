package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaterTest {
    /** Signed documents in Base64 are longer than any request may be. */
    @Test
    void readsItsOwnAnswerWhateverItsLength() {
        String document = "A".repeat(8 << 20);
        assertThat(Later.parsed("{\"DocumentWithSignature\":[\"" + document + "\"]}")
                        .path("DocumentWithSignature")
                        .path(0)
                        .asText())
                .isEqualTo(document);
    }
}
