package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Request;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.account.VxpPeer;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** The hashes of the vectors were made by {@code openssl dgst -sha256 -hmac bí-mật-dùng-chung}. */
class VxpAuthenticatorTest {
    private static final String SYSTEM = "vxp.saas.02";
    private static final String SECRET = "bí-mật-dùng-chung";
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final String VECTOR_JSON = """
            {"XroadVnpt-timestamp":"23112026T093000+0412","XroadVnpt-systemid":"vxp.saas.02","XroadVnpt-servicetype":"eDoc","XroadVnpt-messagetype":"edoc"}""";
    private static final String VECTOR_HASH = "00bc915ff306df3ea256d3175c1651919e2e4cfd51429b9e8bec4f25e8c15235";

    private static final String VIETNAMESE_JSON = """
            {"XroadVnpt-timestamp":"23112026T093000+0412","XroadVnpt-systemid":"vxp.saas.02","XroadVnpt-docId":"a\\u003db\\u0026c","XroadVnpt-filePath":"/tmp/văn bản.edxml"}""";
    private static final String VIETNAMESE_HASH = "e1d2c18afadec1328153fd951597c0d6643b9d5964edee62526a3980ab343090";

    private final VxpAuthenticator authenticator = new VxpAuthenticator(
            new Authenticate(new OneSystem(), CLOCK),
            new FailedAttempts(20, Duration.ofSeconds(3), Duration.ofHours(1), CLOCK),
            VxpSettings.DEFAULT,
            CLOCK);

    private static Request vector() {
        return Request.post("getReceivedEdocList")
                .with("XroadVnpt-timestamp", "23112026T093000+0412")
                .with("XroadVnpt-systemid", SYSTEM)
                .with("XroadVnpt-servicetype", "eDoc")
                .with("XroadVnpt-messagetype", "edoc")
                .with("XroadVnpt-sign-header", VECTOR_JSON)
                .with("XroadVnpt-hash-header", VECTOR_HASH);
    }

    @Test
    void slowsDownWhoeverTriesOneHashAfterTheOtherAndNobodyWhoWasKnown() {
        VxpAuthenticator fresh = new VxpAuthenticator(
                new Authenticate(new OneSystem(), CLOCK),
                new FailedAttempts(20, Duration.ofSeconds(3), Duration.ofHours(1), CLOCK),
                VxpSettings.DEFAULT,
                CLOCK);
        XroadHeaders wrong = new XroadHeaders(
                vector().with("XroadVnpt-hash-header", "0".repeat(64)).servletRequest());
        XroadHeaders right = new XroadHeaders(vector().servletRequest());
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> fresh.authenticate(wrong, false)).hasMessageContaining("credentials-invalid");
        }
        assertThatThrownBy(() -> fresh.authenticate(wrong, false)).hasMessageContaining("rate-limited");
        assertThatThrownBy(() -> fresh.authenticate(right, false)).hasMessageContaining("rate-limited");

        authenticate(vector());
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> authenticator.authenticate(wrong, false))
                    .hasMessageContaining("credentials-invalid");
        }
        assertThat(authenticate(vector()).caller().name()).isNotEmpty();
    }

    @Test
    void takesARequestThatChangesSomethingOnlyAsLongAsTheOperatorSays() {
        VxpSettings minutes = new VxpSettings(Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofMinutes(5));
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(11));
        VxpAuthenticator strict = new VxpAuthenticator(
                new Authenticate(new OneSystem(), CLOCK),
                new FailedAttempts(20, Duration.ofSeconds(3), Duration.ofHours(1), CLOCK),
                minutes,
                later);
        XroadHeaders old = new XroadHeaders(vector().servletRequest());

        assertThat(strict.authenticate(old, false).caller().name()).isNotEmpty();
        assertThatThrownBy(() -> strict.authenticate(old, true)).hasMessageContaining("timestamp-stale");
    }

    private SignedRequest authenticate(Request request) {
        return authenticator.authenticate(new XroadHeaders(request.servletRequest()), false);
    }

    private void assertRefused(Request request, FailureCode code) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> authenticate(request))
                .satisfies(refused -> assertThat(refused.failure().code()).isEqualTo(code));
    }

    private void assertParameterRefused(Request request, String parameter, FailureCode code) {
        SignedRequest signed = authenticate(request);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> signed.optional(parameter))
                .satisfies(refused -> assertThat(refused.failure().code()).isEqualTo(code));
    }

    @Test
    void knowsTheSystemThatOpensslSignedFor() {
        SignedRequest signed = authenticate(vector());

        assertThat(signed.caller().name()).isEqualTo(SYSTEM);
        assertThat(signed.required("messageType")).isEqualTo("edoc");
    }

    @Test
    void verifiesTheTextAsReceivedAndUndoesItsEscapesAfterwards() {
        Request request = vector().with("XroadVnpt-sign-header", octets(VIETNAMESE_JSON))
                .with("XroadVnpt-hash-header", VIETNAMESE_HASH)
                .with("XroadVnpt-DOCID", "a=b&c")
                .with("XroadVnpt-filepath", octets("/tmp/văn bản.edxml"));

        assertThat(authenticate(request).required("docid")).isEqualTo("a=b&c");
        assertThat(authenticate(request).required("filePath")).isEqualTo("/tmp/văn bản.edxml");
    }

    /** As a container hands over what was sent in UTF-8. */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesTheSameRequestAgainAndAgain() {
        assertThat(authenticate(vector()).caller())
                .isEqualTo(authenticate(vector()).caller());
    }

    @Test
    void comparesHeaderNamesWithoutCase() {
        Request request = vector().without("XroadVnpt-systemid").with("xroadvnpt-SystemID", SYSTEM);

        assertThat(authenticate(request).caller().name()).isEqualTo(SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-header", "hash-header", "systemid"})
    void refusesARequestWithout(String header) {
        assertRefused(vector().without("XroadVnpt-" + header), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesAWrongHash() {
        assertRefused(
                vector().with("XroadVnpt-hash-header", VECTOR_HASH.replace("00bc", "00bd")),
                FailureCode.CREDENTIALS_INVALID);
        assertRefused(vector().with("XroadVnpt-hash-header", ""), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesTheHashOfAnotherSecret() {
        Map<String, String> headers = new SdkHeaders(SYSTEM, "another secret", NOW).of(Map.of());

        assertRefused(Request.post("getAgenciesList").with(headers), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesASignedTextThatWasChangedByASpace() {
        assertRefused(
                vector().with("XroadVnpt-sign-header", VECTOR_JSON.replace(",", ", ")),
                FailureCode.CREDENTIALS_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vxp.saas.03", "../etc", ""})
    void refusesASystemThatIsNotKnown(String system) {
        assertRefused(vector().with("XroadVnpt-systemid", system), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesTheHashThatEmptyOctetsMakeForASystemThatIsNotKnown() {
        Map<String, String> headers = new SdkHeaders("vxp.saas.03", "\0".repeat(32), NOW).of(Map.of());

        assertRefused(Request.post("getAgenciesList").with(headers), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesAHeaderWhoseValueWasSwapped() {
        assertParameterRefused(
                vector().with("XroadVnpt-messagetype", "status"), "messagetype", FailureCode.HEADER_NOT_SIGNED);
    }

    @Test
    void refusesAHeaderThatWasAdded() {
        assertParameterRefused(vector().with("XroadVnpt-docId", "1"), "docId", FailureCode.HEADER_NOT_SIGNED);
    }

    @Test
    void refusesAHeaderThatStandsTwice() {
        assertParameterRefused(
                vector().add("XroadVnpt-messagetype", "edoc"), "messagetype", FailureCode.PARAMETER_INVALID);
    }

    @Test
    void keepsToTheSignedValueOfAHeaderThatWasTakenOff() {
        assertThat(authenticate(vector().without("XroadVnpt-messagetype")).optional("messagetype"))
                .contains("edoc");
    }

    @Test
    void refusesATimestampThatWasSwapped() {
        assertRefused(vector().with("XroadVnpt-timestamp", "23112026T095959+0000"), FailureCode.HEADER_NOT_SIGNED);
    }

    @Test
    void refusesATextThatAnotherSystemSignedWithTheSameSecret() {
        Map<String, String> headers = new SdkHeaders("vxp.saas.99", SECRET, NOW).of(Map.of());

        assertRefused(
                Request.post("getAgenciesList").with(headers).with("XroadVnpt-systemid", SYSTEM),
                FailureCode.HEADER_NOT_SIGNED);
    }

    @Test
    void refusesAStaleTimestampAndOneFromTheFuture() {
        for (Instant made : new Instant[] {NOW.minusSeconds(24 * 3600 + 1), NOW.plusSeconds(301)}) {
            Map<String, String> headers = new SdkHeaders(SYSTEM, SECRET, made).of(Map.of());
            assertRefused(Request.post("getAgenciesList").with(headers), FailureCode.TIMESTAMP_STALE);
        }
    }

    @Test
    void refusesASignedParameterThatIsSpelledInTwoWays() {
        Map<String, String> headers = new SdkHeaders(SYSTEM, SECRET, NOW).of(Map.of("docId", "1", "docID", "2"));

        assertRefused(Request.post("getEdoc").with(headers), FailureCode.PARAMETER_INVALID);
    }

    /** One system with one secret; nothing else may be asked for. */
    private static final class OneSystem implements UnitOfWork {
        @Override
        public <T> T inTransaction(Function<Ledger, T> work) {
            throw new AssertionError("authentication only reads");
        }

        @Override
        public <T> T reading(Function<Ledger, T> work) {
            return work.apply(FakeServlet.only(Ledger.class, this));
        }

        public Accounts accounts() {
            return FakeServlet.only(Accounts.class, this);
        }

        public Optional<VxpPeer> vxpPeer(SystemId system) {
            return system.value().equals(SYSTEM)
                    ? Optional.of(new VxpPeer(
                            new Caller(SYSTEM, Caller.Kind.SYSTEM, Set.of(new OrganId("H03")), Set.of(Role.EXCHANGE)),
                            SharedSecret.of(SECRET.getBytes(StandardCharsets.UTF_8))))
                    : Optional.empty();
        }
    }
}
