package vn.lienthong.exchange.application.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.remote.RemoteSigning;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;

/** PIN and one-time password against a real database. */
class FactorCheckIT {
    private static final String APP = "app";

    @TempDir
    static Path folder;

    private static RemoteSigning remote;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
    }

    @Test
    void letsTheOfficialThroughOnceAPassword() {
        Official official = remote.official();
        GivenFactors given = remote.factorsOf(official);
        assertThat(check(official, APP, given)).isEqualTo("done");
        // RFC 6238, section 5.2: the verifier must not accept the second attempt of the OTP.
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> check(official, APP, given));
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> check(official, "another-app", given));
        assertThat(check(official, APP, remote.factorsOf(official))).isEqualTo("done");
    }

    @Test
    void refusesThePasswordOfAnEarlierStepThanTheLast() {
        Official official = remote.official();
        GivenFactors earlier = remote.factorsOf(official);
        GivenFactors later = remote.factorsOf(official);
        assertThat(check(official, APP, later)).isEqualTo("done");
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> check(official, APP, earlier));
    }

    @Test
    void doesNotUseUpThePasswordBesideAWrongPin() {
        Official official = remote.official();
        GivenFactors given = remote.factorsOf(official);
        GivenFactors slip = GivenFactors.of("482916", given.oneTimePassword());
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> check(official, APP, slip));
        assertThat(check(official, APP, given)).isEqualTo("done");
    }

    @Test
    void aWrongPinTenTimesLocksIt() {
        Official official = remote.official();
        int refused = 0;
        for (int minute = 0; minute < 24 * 60 && refused < 10; minute++) {
            FailureCode code = failure(() -> check(official, APP, wrongPin(official)));
            refused += code == FailureCode.AUTHENTICATION_DATA_INVALID ? 1 : 0;
            remote.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(refused).isEqualTo(10);
        remote.clock.advance(Duration.ofDays(365));
        assertRefused(FailureCode.CREDENTIAL_LOCKED, () -> check(official, APP, remote.factorsOf(official)));

        // Another application is not locked out by this one, and enrolling again unlocks.
        assertThat(check(official, "another-app", remote.factorsOf(official))).isEqualTo("done");
        TotpSecret totp = remote.enrolled(official.caller());
        Official again = new Official(official.caller(), official.key(), totp, official.credentialId());
        assertThat(check(again, APP, remote.factorsOf(again))).isEqualTo("done");
    }

    @Test
    void aWrongPasswordLocksAsWellAndARightTryForgetsTheWrongOnes() {
        Official official = remote.official();
        for (int i = 0; i < 2; i++) {
            assertRefused(
                    FailureCode.AUTHENTICATION_DATA_INVALID,
                    () -> check(official, APP, GivenFactors.of(RemoteSigning.PIN, "")));
        }
        assertThat(check(official, APP, remote.factorsOf(official))).isEqualTo("done");
        for (int i = 0; i < 3; i++) {
            assertRefused(
                    FailureCode.AUTHENTICATION_DATA_INVALID,
                    () -> check(official, APP, GivenFactors.of(RemoteSigning.PIN, "")));
        }
        assertRefused(
                FailureCode.CREDENTIAL_LOCKED,
                () -> check(
                        official,
                        APP,
                        GivenFactors.of(
                                RemoteSigning.PIN, official.totp().password(TotpSecret.step(remote.clock.instant())))));
        remote.clock.advance(Duration.ofSeconds(31));
        assertThat(check(official, APP, remote.factorsOf(official))).isEqualTo("done");
    }

    @Test
    void looksAtNoMoreTriesAtOnceThanOneByOne() throws Exception {
        Official official = remote.official();
        AtomicInteger looked = new AtomicInteger();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> {
                FailureCode code = failure(() -> check(official, APP, wrongPin(official)));
                return code == FailureCode.AUTHENTICATION_DATA_INVALID ? looked.incrementAndGet() : 0;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Integer> result : threads.invokeAll(calls)) {
                result.get();
            }
        }
        assertThat(looked.get()).isEqualTo(3);
    }

    @Test
    void saysTheSameOfAnOfficialWithoutFactors() {
        Caller nobody = remote.person();
        assertThatThrownBy(() ->
                        remote.factors.require(nobody.name(), APP, GivenFactors.of("-", "000000"), ledger -> "never"))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.AUTHENTICATION_DATA_INVALID));
    }

    @Test
    void keepsNothingThatWasNotFinished() {
        Official official = remote.official();
        GivenFactors given = remote.factorsOf(official);
        assertThatThrownBy(() -> remote.factors.require(official.caller().name(), APP, given, ledger -> {
                    throw new IllegalStateException("the node dies");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(check(official, APP, given)).isEqualTo("done");
    }

    private static GivenFactors wrongPin(Official official) {
        return GivenFactors.of("482916", official.totp().password(TotpSecret.step(remote.clock.instant())));
    }

    private static String check(Official official, String application, GivenFactors given) {
        return remote.factors.require(official.caller().name(), application, given, ledger -> "done");
    }

    private static FailureCode failure(Callable<String> call) {
        try {
            return FailureCode.valueOf(call.call());
        } catch (FailureException e) {
            return e.failure().code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
