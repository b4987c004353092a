package vn.lienthong.exchange.boundary.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class ContentDigestTest {
    // RFC 9530 Appendix D: {"hello": "world"} and a line feed
    private static final String FIELD = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    @Test
    void readsAndWritesTheExampleOfRfc9530() {
        Sha256Digest digest = ContentDigest.parse(FIELD).orElseThrow();
        assertThat(digest.hex()).isEqualTo("44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38");
        assertThat(ContentDigest.format(digest)).isEqualTo(FIELD);
    }

    @Test
    void passesOverOtherAlgorithms() {
        assertThat(ContentDigest.parse("sha-512=:AAAA:, " + FIELD)).isPresent();
    }

    @Test
    void readsNoFieldAsNothingStated() {
        assertThat(ContentDigest.parse(null)).isEmpty();
        ContentDigest.check(Optional.empty(), ContentDigest.parse(FIELD).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=",
                "sha-256=:RK/0:",
                "sha-256=:????:",
                "sha-512=:AAAA:",
                "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:,"
            })
    void refusesAFieldThatStatesNoSha256(String field) {
        assertThatThrownBy(() -> ContentDigest.parse(field))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARAMETER_INVALID));
    }

    @Test
    void refusesABodyOfAnotherDigest() {
        assertThatThrownBy(() -> ContentDigest.check(ContentDigest.parse(FIELD), Sha256Digest.of(new byte[32])))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.BODY_DIGEST_MISMATCH));
    }
}
