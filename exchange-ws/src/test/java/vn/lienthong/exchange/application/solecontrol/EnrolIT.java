package vn.lienthong.exchange.application.solecontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.remote.RemoteSigning;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;

/** How an official comes to factors that nobody else knows. */
class EnrolIT {
    private static final Caller OPERATOR = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
    private static final SigningPin PIN = new SigningPin(RemoteSigning.PIN);

    @TempDir
    static Path folder;

    private static RemoteSigning remote;

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
    }

    @Test
    void holdsOnceItIsConfirmedAndNotBefore() {
        Caller official = remote.person();
        OpaqueToken code = remote.enrol.open(OPERATOR, official.name()).code();
        TotpSecret totp = remote.enrol.choose(official, code, PIN);
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> check(official, totp));
        remote.enrol.confirm(official, code, password(totp));
        // the password that confirmed is used up
        assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> check(official, totp));
        remote.clock.advance(Duration.ofSeconds(30));
        assertThat(check(official, totp)).isEqualTo("done");
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.choose(official, code, PIN));
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.confirm(official, code, password(totp)));
    }

    @Test
    void isForTheOfficialWithTheCodeInTimeAlone() {
        Caller official = remote.person();
        Caller other = remote.person();
        OpaqueToken code = remote.enrol.open(OPERATOR, official.name()).code();
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.choose(other, code, PIN));
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.choose(official, new OpaqueToken("x"), PIN));
        assertRefused(
                FailureCode.PIN_NOT_ACCEPTABLE, () -> remote.enrol.choose(official, code, new SigningPin("123456")));
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.confirm(official, code, "000000"));
        OpaqueToken second = remote.enrol.open(OPERATOR, official.name()).code();
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.choose(official, code, PIN));
        remote.enrol.choose(official, second, PIN);
        remote.clock.advance(Duration.ofHours(25));
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.choose(official, second, PIN));
    }

    @Test
    void isOpenedByOperatorsForSigners() {
        Caller official = remote.person();
        assertRefused(FailureCode.NOT_PERMITTED, () -> remote.enrol.open(official, official.name()));
        assertRefused(FailureCode.NOT_FOUND, () -> remote.enrol.open(OPERATOR, "khong-co"));
    }

    @Test
    void endsAfterFiveWrongPasswords() {
        Caller official = remote.person();
        OpaqueToken code = remote.enrol.open(OPERATOR, official.name()).code();
        TotpSecret totp = remote.enrol.choose(official, code, PIN);
        for (int i = 0; i < 5; i++) {
            assertRefused(FailureCode.AUTHENTICATION_DATA_INVALID, () -> remote.enrol.confirm(official, code, "chưa"));
        }
        assertRefused(FailureCode.ENROLMENT_INVALID, () -> remote.enrol.confirm(official, code, password(totp)));
    }

    @Test
    void liesInTheDatabaseEncrypted() throws Exception {
        Caller official = remote.person();
        TotpSecret totp = remote.enrolled(official);
        String dump = dump();
        assertThat(dump).contains(official.name());
        assertThat(dump)
                .doesNotContain(totp.base32())
                .doesNotContain(new String(totp.secret().reveal(), StandardCharsets.ISO_8859_1))
                .doesNotContain(java.util.HexFormat.of().formatHex(totp.secret().reveal()))
                .doesNotContain(RemoteSigning.PIN);
    }

    private static String dump() throws Exception {
        StringBuilder text = new StringBuilder();
        try (Connection connection = remote.exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select f::text from signing_factors f union all select e::text from factor_enrolment e"
                                + " union all select body from audit_entry")) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString();
    }

    private static String password(TotpSecret totp) {
        return totp.password(TotpSecret.step(remote.clock.instant()));
    }

    private static String check(Caller official, TotpSecret totp) {
        return remote.factors.require(
                official.name(), "app", GivenFactors.of(RemoteSigning.PIN, password(totp)), ledger -> "done");
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
