package vn.lienthong.signer.token.softkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.softkey.FaultInjection.Operation;

class DirectCallTest {
    private static final TokenPoolConfig DIRECT = PoolUnderFault.QUICK.withDirectCalls(2);

    @Test
    void signsOnTheCallersOwnThreadOnceTheDeviceHasSigned() {
        try (PoolUnderFault under = new PoolUnderFault(DIRECT, PoolUnderFault.PIN)) {
            under.signs();
            assertThat(under.faults.signingThread()).isNotEqualTo(Thread.currentThread());
            under.signs();
            assertThat(under.faults.signingThread()).isEqualTo(Thread.currentThread());
        }
    }

    @Test
    void leavesToALaneWhateverIsNotASignature() {
        try (PoolUnderFault under = new PoolUnderFault(DIRECT, PoolUnderFault.PIN)) {
            under.signs();
            under.signs();
            under.driver.loseSessions();
            under.signs();
            under.faults.fail(Operation.SIGN, FaultKind.DEVICE_LOST);
            under.faults.fail(Operation.OPEN_SESSION, FaultKind.DEVICE_LOST);
            PoolUnderFault.down(under.sign(), DownReason.DEVICE_LOST);
            under.faults.healAll();
            under.signsEventually();
        }
    }

    @Test
    void sticksNoMoreCallersThanSeatsInADeviceThatHangs() {
        TokenPoolConfig impatient = DIRECT.withDeadline(Duration.ofMillis(80)).withMaxHungCalls(2);
        try (PoolUnderFault under = new PoolUnderFault(impatient, PoolUnderFault.PIN)) {
            under.signsEventually();
            under.signs();
            under.faults.hang(Operation.SIGN);
            List<CompletableFuture<SigningOutcome>> calls =
                    Stream.generate(under::signElsewhere).limit(30).toList();
            Eventually.holds(
                    "all but the seated to be answered",
                    () -> calls.stream().filter(CompletableFuture::isDone).count() == 28);
            Eventually.holds("the watch", () -> under.pool.health().hungCalls() >= 2);
            under.faults.healAll();
            calls.forEach(call -> assertThat(call.join()).isNotNull());
            assertThat(calls.stream().filter(c -> c.join() instanceof Signed).count())
                    .isGreaterThanOrEqualTo(2);
            under.signsEventually();
            Eventually.holds("nobody overdue", () -> under.pool.health().hungCalls() == 0);
        }
    }
}
