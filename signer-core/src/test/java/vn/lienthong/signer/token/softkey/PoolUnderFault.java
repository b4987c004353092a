package vn.lienthong.signer.token.softkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.RecoveryConfig;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.SigningTokenContract;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

/** A pool above a token in memory whose faults the test decides, with waits short enough for a test. */
final class PoolUnderFault implements AutoCloseable {
    static final String PIN = "1234";
    static final Duration PROBE = Duration.ofMillis(20);
    static final Duration RESTART = Duration.ofMillis(40);
    static final TokenPoolConfig QUICK = TokenPoolConfig.DEFAULT
            .withMaxSessions(4)
            .withRecovery(new RecoveryConfig(
                    PROBE,
                    PROBE.multipliedBy(4),
                    RESTART,
                    RESTART.multipliedBy(4),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(5)));

    final FaultInjection faults = new FaultInjection();
    final SoftKeyDriver driver = new SoftKeyDriver("faulty", PIN, ContractKeys.RING, faults);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    final TokenPool pool;

    PoolUnderFault(TokenPoolConfig config, String pin) {
        pool = TokenPool.open(driver, new Pin(pin.toCharArray()), config, clock());
    }

    static PoolUnderFault quick() {
        return new PoolUnderFault(QUICK, PIN);
    }

    SigningOutcome sign() {
        return pool.sign(
                SigningTokenContract.EC,
                SignatureScheme.ECDSA_SHA256,
                DigestAlgorithm.SHA256.digest(SigningTokenContract.MESSAGE));
    }

    CompletableFuture<SigningOutcome> signElsewhere() {
        return CompletableFuture.supplyAsync(this::sign, callers);
    }

    void signs() {
        assertThat(sign()).isInstanceOf(Signed.class);
    }

    void signsEventually() {
        Eventually.holds("a signature", () -> sign() instanceof Signed);
    }

    static void down(SigningOutcome outcome, DownReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TokenDown.class, down -> assertThat(down.reason()).isEqualTo(reason));
    }

    void advance(Duration by) {
        now.updateAndGet(t -> t.plus(by));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Override
    public void close() {
        faults.healAll();
        pool.close();
        callers.shutdown();
    }
}
