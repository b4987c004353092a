package vn.lienthong.exchange.domain.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.Commitment.Purpose;

class CommitmentTest {
    private static final OpaqueToken NONCE = new OpaqueToken("n");

    @Test
    void hasAChallengeOfItsOwnForEachPurposeNonceAndListOfTexts() {
        Set<String> challenges = new HashSet<>();
        List<List<String>> lists = List.of(
                List.of(),
                List.of(""),
                List.of("", ""),
                List.of("ab"),
                List.of("a", "b"),
                List.of("b", "a"),
                List.of("a", "b", ""));
        for (List<String> texts : lists) {
            for (Purpose purpose : Purpose.values()) {
                for (OpaqueToken nonce : List.of(NONCE, new OpaqueToken("m"))) {
                    byte[] challenge = new Commitment(purpose, texts).challenge(nonce);
                    assertThat(challenge).hasSize(32);
                    challenges.add(HexFormat.of().formatHex(challenge));
                }
            }
        }
        assertThat(challenges).hasSize(lists.size() * 4);
    }

    /** Computed by Python's struct and hashlib: what is hashed does not change between versions of this server. */
    @Test
    void isTheSameForEver() {
        assertThat(HexFormat.of().formatHex(new Commitment(Purpose.SIGN, List.of("ký", "ab")).challenge(NONCE)))
                .isEqualTo("1b888134295729ed5617265105c820d7fe5c18519fc9d3fbee98018cbd6150c1");
    }
}
