package vn.lienthong.signer.token.softkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.softkey.FaultInjection.Operation;

class PoolRecoveryTest {
    @Test
    void opensAnotherSessionAfterTheFormerWasLost() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            int opened = under.faults.calls(Operation.OPEN_SESSION);
            under.driver.loseSessions();
            under.signs();
            assertThat(under.faults.calls(Operation.OPEN_SESSION)).isEqualTo(opened + 1);
            assertThat(under.faults.calls(Operation.REINITIALISE)).isZero();
        }
    }

    @Test
    void usesOneSessionAndOneHandleForManySignatures() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            int opened = under.faults.calls(Operation.OPEN_SESSION);
            int found = under.faults.calls(Operation.FIND);
            for (int i = 0; i < 20; i++) {
                under.signs();
            }
            assertThat(under.faults.calls(Operation.OPEN_SESSION)).isEqualTo(opened);
            assertThat(under.faults.calls(Operation.FIND)).isEqualTo(found);
        }
    }

    @Test
    void retriesALostSessionOnceOnly() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            int signed = under.faults.calls(Operation.SIGN);
            under.faults.fail(Operation.SIGN, FaultKind.SESSION_LOST, 2);
            PoolUnderFault.down(under.sign(), DownReason.DEVICE_LOST);
            assertThat(under.faults.calls(Operation.SIGN)).isEqualTo(signed + 2);
            under.signsEventually();
        }
    }

    @Test
    void checksASessionThatWasIdleTooLong() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            int checked = under.faults.calls(Operation.CHECK);
            under.signs();
            assertThat(under.faults.calls(Operation.CHECK)).isEqualTo(checked);
            under.advance(Duration.ofMinutes(1));
            under.driver.loseSessions();
            int signed = under.faults.calls(Operation.SIGN);
            under.signs();
            assertThat(under.faults.calls(Operation.CHECK)).isEqualTo(checked + 1);
            assertThat(under.faults.calls(Operation.SIGN)).isEqualTo(signed + 1);
        }
    }

    @Test
    void answersAtOnceWhileTheDeviceIsLostAndSignsWhenItIsBack() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            lose(under);
            PoolUnderFault.down(under.sign(), DownReason.DEVICE_LOST);
            int signed = under.faults.calls(Operation.SIGN);
            for (int i = 0; i < 1000; i++) {
                assertThat(under.sign())
                        .isInstanceOfSatisfying(
                                TokenDown.class,
                                down -> assertThat(down.retryAfter()).isPositive());
            }
            assertThat(under.faults.calls(Operation.SIGN)).isEqualTo(signed);
            assertThat(under.pool.health().usable()).isFalse();
            under.faults.healAll();
            under.signsEventually();
            assertThat(under.pool.health().usable()).isTrue();
        }
    }

    @Test
    void restartsTheModuleOnceForAllCallersAndNotMoreOftenThanTheInterval() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            lose(under);
            long began = System.nanoTime();
            List<CompletableFuture<SigningOutcome>> calls =
                    Stream.generate(under::signElsewhere).limit(100).toList();
            calls.forEach(CompletableFuture::join);
            Eventually.holds("three restarts", () -> under.faults.calls(Operation.REINITIALISE) >= 3);
            // The interval doubles with each vain restart: the third is after the first by twice and four times it.
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(took).isGreaterThan(PoolUnderFault.RESTART.multipliedBy(6));
            under.faults.healAll();
            under.signsEventually();
        }
    }

    @Test
    void isReachedLaterWhenTheTokenIsAwayAtTheStart() {
        try (PoolUnderFault under = new PoolUnderFault(
                PoolUnderFault.QUICK.withRecovery(new vn.lienthong.signer.token.RecoveryConfig(
                        PoolUnderFault.PROBE,
                        PoolUnderFault.PROBE,
                        PoolUnderFault.RESTART,
                        PoolUnderFault.RESTART,
                        Duration.ZERO,
                        Duration.ZERO)),
                PoolUnderFault.PIN)) {
            under.signsEventually();
        }
    }

    @Test
    void takesAKeyThatVanishedAloneForUnknownAndGoesOn() {
        KeyAlias brief = new KeyAlias("brief");
        ContractKeys.RING.addEc(brief, "secp256r1");
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            assertThat(signWith(under, brief)).isInstanceOf(Signed.class);
            ContractKeys.RING.remove(brief);
            under.driver.loseSessions();
            assertThat(signWith(under, brief))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.KEY_UNKNOWN));
            under.signs();
            assertThat(under.faults.calls(Operation.REINITIALISE)).isZero();
        }
    }

    @Test
    void makesDoWithTheSessionsThatTheDeviceGives() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            under.faults.fail(Operation.OPEN_SESSION, FaultKind.SESSIONS_EXHAUSTED);
            under.faults.slow(Operation.SIGN, Duration.ofMillis(5));
            List<CompletableFuture<SigningOutcome>> calls =
                    Stream.generate(under::signElsewhere).limit(30).toList();
            assertThat(calls).allSatisfy(call -> assertThat(call.join()).isInstanceOf(Signed.class));
        }
    }

    @Test
    void refusesWhatTheKeyMayNotDoWithoutTurningOthersAway() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.faults.fail(Operation.SIGN, FaultKind.KEY_FUNCTION_NOT_PERMITTED, 1);
            assertThat(under.sign())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.reason()).isEqualTo(RefusalReason.KEY_FUNCTION_NOT_PERMITTED));
            under.signs();
        }
    }

    private static SigningOutcome signWith(PoolUnderFault under, KeyAlias key) {
        return under.pool.sign(
                key,
                vn.lienthong.signer.algorithm.SignatureScheme.ECDSA_SHA256,
                vn.lienthong.signer.algorithm.DigestAlgorithm.SHA256.digest(new byte[1]));
    }

    private static void lose(PoolUnderFault under) {
        under.faults.fail(Operation.SIGN, FaultKind.DEVICE_LOST);
        under.faults.fail(Operation.OPEN_SESSION, FaultKind.DEVICE_LOST);
    }
}
