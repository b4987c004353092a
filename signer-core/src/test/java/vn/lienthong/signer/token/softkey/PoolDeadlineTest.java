package vn.lienthong.signer.token.softkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.softkey.FaultInjection.Operation;

class PoolDeadlineTest {
    private static final TokenPoolConfig IMPATIENT =
            PoolUnderFault.QUICK.withDeadline(Duration.ofMillis(60)).withMaxHungCalls(2);

    @Test
    void leavesACallBehindThatHangsAndSignsWithAnotherThread() {
        try (PoolUnderFault under = new PoolUnderFault(IMPATIENT, PoolUnderFault.PIN)) {
            under.signsEventually();
            under.faults.hang(Operation.SIGN);
            PoolUnderFault.down(under.sign(), DownReason.DEADLINE_EXCEEDED);
            assertThat(under.pool.health().hungCalls()).isEqualTo(1);
            assertThat(under.pool.health().usable()).isTrue();
            under.faults.heal(Operation.SIGN);
            Eventually.holds(
                    "the late call to return", () -> under.pool.health().hungCalls() == 0);
            under.signsEventually();
        }
    }

    @Test
    void answersAtOnceWhenAsManyCallsHangAsMay() {
        try (PoolUnderFault under = new PoolUnderFault(IMPATIENT, PoolUnderFault.PIN)) {
            under.signsEventually();
            // Session opening hangs too: the probe finds nothing that is back.
            under.faults.hang(Operation.SIGN);
            under.faults.hang(Operation.OPEN_SESSION);
            List<CompletableFuture<SigningOutcome>> calls =
                    Stream.generate(under::signElsewhere).limit(20).toList();
            assertThat(calls).allSatisfy(call -> assertThat(call.join()).isInstanceOf(TokenDown.class));
            Eventually.holds("down", () -> !under.pool.health().usable());
            int inside = under.faults.inside(Operation.SIGN) + under.faults.inside(Operation.OPEN_SESSION);
            for (int i = 0; i < 1000; i++) {
                PoolUnderFault.down(under.sign(), DownReason.DEADLINE_EXCEEDED);
            }
            assertThat(under.faults.inside(Operation.SIGN) + under.faults.inside(Operation.OPEN_SESSION))
                    .isLessThanOrEqualTo(inside + 1);
            under.faults.healAll();
            under.signsEventually();
            Eventually.holds("all calls to return", () -> under.pool.health().hungCalls() == 0);
        }
    }

    @Test
    void neverLeavesMoreThreadsInsideTheDeviceThanItsBound() {
        try (PoolUnderFault under = new PoolUnderFault(IMPATIENT, PoolUnderFault.PIN)) {
            under.signsEventually();
            // Probes succeed and signatures hang: each time the token is believed to be back, more calls are lost.
            under.faults.hang(Operation.SIGN);
            int bound = 4 * IMPATIENT.maxHungCalls();
            Eventually.holds("as many hung calls as there may be", () -> {
                under.sign();
                return under.pool.health().hungCalls() >= bound;
            });
            for (int i = 0; i < 100; i++) {
                under.sign();
            }
            assertThat(under.pool.health().hungCalls()).isLessThan(bound + IMPATIENT.maxSessions());
            under.faults.healAll();
            under.signsEventually();
        }
    }

    @Test
    void saysThatItIsBusyWhenTooManyWait() {
        TokenPoolConfig narrow = IMPATIENT.withMaxSessions(1).withMaxWaiting(1).withDeadline(Duration.ofSeconds(20));
        try (PoolUnderFault under = new PoolUnderFault(narrow, PoolUnderFault.PIN)) {
            under.signsEventually();
            under.faults.hang(Operation.SIGN);
            CompletableFuture<SigningOutcome> first = under.signElsewhere();
            Eventually.holds("the first inside", () -> under.faults.inside(Operation.SIGN) == 1);
            List<CompletableFuture<SigningOutcome>> others =
                    Stream.generate(under::signElsewhere).limit(2).toList();
            CompletableFuture<Object> turnedAway = CompletableFuture.anyOf(others.toArray(CompletableFuture[]::new));
            PoolUnderFault.down((SigningOutcome) turnedAway.join(), DownReason.BUSY);
            under.faults.healAll();
            first.join();
            others.forEach(CompletableFuture::join);
        }
    }

    @Test
    void closesWhileACallHangs() {
        PoolUnderFault under = new PoolUnderFault(IMPATIENT, PoolUnderFault.PIN);
        under.signsEventually();
        under.faults.hang(Operation.SIGN);
        PoolUnderFault.down(under.sign(), DownReason.DEADLINE_EXCEEDED);
        under.pool.close();
        PoolUnderFault.down(under.sign(), DownReason.CLOSED);
        under.close();
    }
}
