package vn.lienthong.exchange.application.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.remote.RemoteSigning;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.Factor;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.PinHash;
import vn.lienthong.exchange.domain.solecontrol.PinHasher;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;
import vn.lienthong.exchange.infrastructure.vault.Argon2PinHasher;

/** New factors take hold while the old ones are looked at: the old ones authorise nothing any more. */
class ReEnrolmentIT {
    private static final String APP = "app";

    @TempDir
    static Path folder;

    private static RemoteSigning remote;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
    }

    @Test
    void refusesTheOldFactorsOnceTheNewOnesHold() {
        Official official = remote.official();
        // The telephone that was lost runs ahead: its password is of a later step than the one that confirmed.
        GivenFactors ahead =
                GivenFactors.of(RemoteSigning.PIN, official.totp().password(TotpSecret.step(inHalfAMinute())));
        assertRefused(official, () -> remote.enrolled(official.caller()), ahead);
    }

    @Test
    void countsNothingOfTheOldFactorsForTheNewOnes() {
        Official official = remote.official();
        GivenFactors ahead =
                GivenFactors.of(RemoteSigning.PIN, official.totp().password(TotpSecret.step(inHalfAMinute())));
        TotpSecret[] renewed = new TotpSecret[1];
        assertRefused(
                official,
                () -> {
                    renewed[0] = remote.enrolled(official.caller());
                    // Somebody tries the new PIN meanwhile, and is wrong.
                    assertThatThrownBy(() -> remote.factors.require(
                                    official.caller().name(), APP, GivenFactors.of("482916", "000000"), l -> "never"))
                            .isInstanceOf(FailureException.class);
                },
                ahead);
        int failures = remote.exchange.unitOfWork.inTransaction(ledger -> ledger.factors()
                .attempts(official.caller().name(), Factor.PIN, APP)
                .failures());
        assertThat(failures).isEqualTo(1);
        // The step of the old password was not used up for the new ones.
        remote.clock.advance(Duration.ofSeconds(30));
        String password = renewed[0].password(TotpSecret.step(remote.clock.instant()));
        String done = remote.factors.require(
                official.caller().name(), APP, GivenFactors.of(RemoteSigning.PIN, password), l -> "done");
        assertThat(done).isEqualTo("done");
    }

    private static Instant inHalfAMinute() {
        return remote.clock.instant().plusSeconds(30);
    }

    private static void assertRefused(Official official, Runnable meanwhile, GivenFactors given) {
        AtomicBoolean done = new AtomicBoolean();
        FactorCheck check = new FactorCheck(
                remote.exchange.unitOfWork,
                new Interrupted(meanwhile),
                remote.verifier,
                new Gate(4, Duration.ofSeconds(30)),
                remote.clock);
        assertThatThrownBy(() -> check.require(official.caller().name(), APP, given, ledger -> {
                    done.set(true);
                    return "done";
                }))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.AUTHENTICATION_DATA_INVALID));
        assertThat(done.get()).isFalse();
    }

    /** Something happens after a PIN was looked at, and before what was found is settled. */
    private record Interrupted(Runnable meanwhile) implements PinHasher {
        private static final PinHasher REAL = new Argon2PinHasher(new SecureRandom());

        @Override
        public PinHash hash(SigningPin pin) {
            return REAL.hash(pin);
        }

        @Override
        public boolean matches(SigningPin pin, PinHash hash) {
            boolean matches = REAL.matches(pin, hash);
            meanwhile.run();
            return matches;
        }
    }
}
