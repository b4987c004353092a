package vn.lienthong.exchange.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.it.TestExchange;

/** Who is known for a moment, and for how long after the operator said otherwise. */
class AuthenticateIT {
    private static final String TOKEN = "mã-truy-cập";
    private static final SystemId SYSTEM = new SystemId("qlvb.thu-nghiem");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T01:00:00Z"));
    private TestExchange exchange;
    private Authenticate authenticate;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        exchange = TestExchange.in(folder, 2);
        InstantSource time = now::get;
        authenticate = new Authenticate(exchange.unitOfWork, time.withZone(ZoneOffset.UTC));
    }

    @Test
    void aTokenThatIsNewIsKnownAtOnceAndOneThatWasTakenAwayEndsInAMoment() {
        assertThat(authenticate.byBearerToken(TOKEN)).isEmpty();
        register(TOKEN, Set.of(Role.EXCHANGE));
        assertThat(authenticate.byBearerToken(TOKEN).orElseThrow().has(Role.EXCHANGE))
                .isTrue();

        register("mã-khác", Set.of(Role.EXCHANGE));
        now.updateAndGet(at -> at.plus(Authenticate.KNOWN_FOR));
        assertThat(authenticate.byBearerToken(TOKEN)).isEmpty();
        assertThat(authenticate.byBearerToken("mã-khác")).isPresent();
    }

    @Test
    void aRoleThatWasTakenAwayEndsInAMoment() {
        register(TOKEN, Set.of(Role.EXCHANGE, Role.VERIFY));
        assertThat(authenticate.byBearerToken(TOKEN).orElseThrow().has(Role.VERIFY))
                .isTrue();
        register(TOKEN, Set.of(Role.EXCHANGE));
        now.updateAndGet(at -> at.plus(Authenticate.KNOWN_FOR));
        assertThat(authenticate.byBearerToken(TOKEN).orElseThrow().has(Role.VERIFY))
                .isFalse();
    }

    @Test
    void whoIsForgottenIsLookedUpAgain() {
        register(TOKEN, Set.of(Role.EXCHANGE));
        assertThat(authenticate.byBearerToken(TOKEN)).isPresent();
        register(TOKEN, Set.of(Role.EXCHANGE, Role.VERIFY));
        assertThat(authenticate.byBearerToken(TOKEN).orElseThrow().has(Role.VERIFY))
                .isFalse();
        authenticate.forget("another");
        assertThat(authenticate.byBearerToken(TOKEN).orElseThrow().has(Role.VERIFY))
                .isFalse();
        authenticate.forget(SYSTEM.value());
        assertThat(authenticate.byBearerToken(TOKEN).orElseThrow().has(Role.VERIFY))
                .isTrue();
    }

    @Test
    void theMomentIsShort() {
        assertThat(Authenticate.KNOWN_FOR).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    private void register(String token, Set<Role> roles) {
        Sha256Digest digest = Authenticate.digest(token);
        exchange.register.system("it", new ConnectedSystem(SYSTEM, "Thử nghiệm", null, digest, null, roles));
    }
}
