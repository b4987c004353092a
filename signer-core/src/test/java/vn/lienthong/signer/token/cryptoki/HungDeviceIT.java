package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

class HungDeviceIT {
    private static final String TOKEN = "hangs";
    private static final KeyAlias KEY = new KeyAlias("seal");
    private static final Duration DEADLINE = Duration.ofMillis(300);

    @Test
    void answersWithinTheDeadlineThenAtOnceAndSignsAgain() throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        List<Path> before = folders(hsm);
        hsm.createToken(TOKEN);
        hsm.createKey(TOKEN, KEY.value(), KeyPairSpec.EC_P256);
        Path own = folders(hsm).stream()
                .filter(f -> !before.contains(f))
                .findFirst()
                .orElseThrow();
        TokenPoolConfig config = TokenPoolConfig.DEFAULT.withDeadline(DEADLINE).withMaxHungCalls(2);
        try (TokenPool pool = TokenPool.open(hsm.driver(TOKEN), SoftHsm.pin(), config, Clock.systemUTC())) {
            Eventually.holds("a signature", () -> sign(pool) instanceof Signed);
            try (LockHolder holder = new LockHolder(own.resolve("generation"))) {
                assertThat(holder).isNotNull();
                hung(sign(pool));
                hung(sign(pool));
                assertThat(pool.health().usable()).isFalse();
                assertThat(pool.health().hungCalls()).isEqualTo(2);
                for (int i = 0; i < 1000; i++) {
                    hung(sign(pool));
                }
                assertThat(pool.health().hungCalls()).isEqualTo(2);
            }
            Eventually.holds("a signature after the hang", () -> sign(pool) instanceof Signed);
            Eventually.holds("every call to have returned", () -> pool.health().hungCalls() == 0);
        }
    }

    private static void hung(SigningOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TokenDown.class, down -> assertThat(down.reason()).isEqualTo(DownReason.DEADLINE_EXCEEDED));
    }

    private static SigningOutcome sign(TokenPool pool) {
        return pool.sign(KEY, SignatureScheme.ECDSA_SHA256, DigestAlgorithm.SHA256.digest(new byte[1]));
    }

    private static List<Path> folders(SoftHsm hsm) throws Exception {
        try (Stream<Path> list = Files.list(hsm.tokens())) {
            return list.toList();
        }
    }
}
