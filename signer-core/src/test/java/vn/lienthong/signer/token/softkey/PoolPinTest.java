package vn.lienthong.signer.token.softkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.softkey.FaultInjection.Operation;

class PoolPinTest {
    @Test
    void triesAWrongPinOnce() {
        try (PoolUnderFault under = new PoolUnderFault(PoolUnderFault.QUICK, "wrong")) {
            for (int i = 0; i < 50; i++) {
                pinRefused(under.sign());
            }
            assertThat(under.faults.calls(Operation.LOGIN)).isEqualTo(1);
            assertThat(under.pool.health().usable()).isFalse();
        }
    }

    @Test
    void triesAPinOnceThatWasChangedWhileManySessionsLogInAgain() {
        try (PoolUnderFault under = PoolUnderFault.quick()) {
            under.signs();
            under.driver.loseSessions();
            int logins = under.faults.calls(Operation.LOGIN);
            under.faults.fail(Operation.LOGIN, FaultKind.PIN_REFUSED);
            List<CompletableFuture<SigningOutcome>> calls =
                    Stream.generate(under::signElsewhere).limit(50).toList();
            calls.forEach(call -> pinRefused(call.join()));
            assertThat(under.faults.calls(Operation.LOGIN)).isEqualTo(logins + 1);
        }
    }

    @Test
    void signsAfterAnOperatorSetsTheRightPin() throws Exception {
        try (PoolUnderFault under = new PoolUnderFault(PoolUnderFault.QUICK, "wrong")) {
            pinRefused(under.sign());
            under.pool.resetPin(new Pin(PoolUnderFault.PIN.toCharArray()));
            under.signsEventually();
            assertThat(under.faults.calls(Operation.LOGIN)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void triesAnotherWrongPinOnceMore() throws Exception {
        try (PoolUnderFault under = new PoolUnderFault(PoolUnderFault.QUICK, "wrong")) {
            under.pool.resetPin(new Pin("also wrong".toCharArray()));
            Eventually.holds("the second refusal", () -> under.faults.calls(Operation.LOGIN) == 2);
            Eventually.holds("refused again", () -> under.sign() instanceof Refused);
            assertThat(under.sign()).isNotInstanceOf(Signed.class);
            assertThat(under.faults.calls(Operation.LOGIN)).isEqualTo(2);
        }
    }

    private static void pinRefused(SigningOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.PIN_REFUSED));
    }
}
