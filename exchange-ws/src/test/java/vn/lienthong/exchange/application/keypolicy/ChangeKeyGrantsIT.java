package vn.lienthong.exchange.application.keypolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.GrantProposal;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.TestExchange;

/** Keys are given by two and taken by one, on a real database. */
class ChangeKeyGrantsIT {
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final Caller FIRST = operator("van-hanh-1");
    private static final Caller SECOND = operator("van-hanh-2");

    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static ChangeKeyGrants grants;
    private static Caller province;
    private static Caller ministry;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 16);
        grants = new ChangeKeyGrants(exchange.unitOfWork, exchange.ids, exchange.clock);
        province = signer(exchange.province.name());
        ministry = signer(exchange.ministry.name());
    }

    @Test
    void givingTakesTwo() {
        String key = key();
        KeyUses uses = uses("two");
        GrantProposal asked = grants.ask(FIRST, key, ministry.name()).orElseThrow();
        assertThat(grants.proposed(SECOND)).contains(asked);
        assertRefused(FailureCode.KEY_NOT_YOURS, () -> sign(uses, ministry, key));
        assertRefused(FailureCode.KEY_GRANT_CHANGED, () -> grants.ask(SECOND, key, ministry.name()));

        assertRefused(FailureCode.SECOND_PERSON_NEEDED, () -> grants.approve(FIRST, asked.id()));
        Caller system = new Caller("qlvb", Caller.Kind.SYSTEM, Set.of(), Set.of(Role.OPERATE));
        assertRefused(FailureCode.SECOND_PERSON_NEEDED, () -> grants.approve(system, asked.id()));
        // nor the one who is to have the key
        assertRefused(FailureCode.SECOND_PERSON_NEEDED, () -> grants.approve(operator(ministry.name()), asked.id()));

        assertThat(grants.approve(SECOND, asked.id()).state()).isEqualTo(GrantProposal.State.GRANTED);
        sign(uses, ministry, key);
        assertThat(grants.holders(FIRST, key)).containsExactlyInAnyOrder(province.name(), ministry.name());
        assertThat(grants.ask(FIRST, key, ministry.name())).isEmpty();
        assertRefused(FailureCode.KEY_GRANT_CHANGED, () -> grants.approve(SECOND, asked.id()));
    }

    @Test
    void whatIsRejectedIsNotGranted() {
        String key = key();
        GrantProposal asked = grants.ask(FIRST, key, ministry.name()).orElseThrow();
        grants.reject(FIRST, asked.id());
        assertRefused(FailureCode.KEY_GRANT_CHANGED, () -> grants.approve(SECOND, asked.id()));
        assertRefused(FailureCode.KEY_NOT_YOURS, () -> sign(uses("reject"), ministry, key));
    }

    @Test
    void takingHoldsAtOnceAndForThatCallerAlone() {
        String key = key();
        give(key, ministry);
        KeyUses uses = uses("take");
        sign(uses, province, key);
        sign(uses, ministry, key);

        grants.withdraw(FIRST, key, province.name());
        // what it was permitted before is remembered here, and helps nothing
        assertRefused(FailureCode.KEY_NOT_YOURS, () -> sign(uses, province, key));
        sign(uses, ministry, key);
        assertThat(grants.holders(FIRST, key)).containsExactly(ministry.name());
        assertRefused(FailureCode.NOT_FOUND, () -> grants.withdraw(FIRST, key, province.name()));
    }

    @Test
    void whatWasTakenComesBackByTwoAlone() {
        String key = key();
        KeyUses uses = uses("back");
        grants.withdraw(FIRST, key, province.name());
        // as a directory file that still names the key does at the next start
        exchange.register.keyGrant("directory-file", province.name(), key);
        grants.proposeOnce("directory-file", key, province.name());
        assertThat(grants.proposed(FIRST))
                .noneMatch(proposal -> proposal.keyAlias().equals(key));
        assertRefused(FailureCode.KEY_NOT_YOURS, () -> sign(uses, province, key));

        give(key, province);
        sign(uses, province, key);
    }

    @Test
    void nothingIsOnTheRecordAfterTheKeyWasTaken() throws Exception {
        String key = key();
        List<KeyUses> nodes = List.of(uses("race-a"), uses("race-b"));
        AtomicInteger signed = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                KeyUses node = nodes.get(i % 2);
                work.add(threads.submit(() -> signUntilRefused(node, key, signed)));
            }
            Eventually.within(Duration.ofSeconds(30), "signatures", () -> signed.get() > 30);
            grants.withdraw(FIRST, key, province.name());
            long used = used(key);
            for (Future<?> each : work) {
                each.get();
            }
            assertThat(used(key)).isEqualTo(used).isEqualTo(signed.get());
        }
    }

    private static void signUntilRefused(KeyUses node, String key, AtomicInteger signed) {
        while (true) {
            try {
                sign(node, province, key);
                signed.incrementAndGet();
            } catch (FailureException e) {
                assertThat(e.failure().code()).isEqualTo(FailureCode.KEY_NOT_YOURS);
                return;
            }
        }
    }

    @Test
    void isForOperatorsAndForNamesThatAreKnown() {
        String key = key();
        GrantProposal asked = grants.ask(FIRST, key, ministry.name()).orElseThrow();
        assertRefused(FailureCode.NOT_PERMITTED, () -> grants.holders(province, key));
        assertRefused(FailureCode.NOT_PERMITTED, () -> grants.proposed(province));
        assertRefused(FailureCode.NOT_PERMITTED, () -> grants.ask(province, key, ministry.name()));
        assertRefused(FailureCode.NOT_PERMITTED, () -> grants.approve(province, asked.id()));
        assertRefused(FailureCode.NOT_PERMITTED, () -> grants.reject(province, asked.id()));
        assertRefused(FailureCode.NOT_PERMITTED, () -> grants.withdraw(ministry, key, province.name()));
        assertRefused(FailureCode.NOT_FOUND, () -> grants.ask(FIRST, key, "khong-co-ai"));
        assertRefused(FailureCode.NOT_FOUND, () -> grants.withdraw(FIRST, key, "khong-co-ai"));
    }

    private static void give(String key, Caller to) {
        grants.approve(SECOND, grants.ask(FIRST, key, to.name()).orElseThrow().id());
    }

    private static void sign(KeyUses uses, Caller caller, String key) {
        try (KeyUses.Permit permit = uses.permit(caller, key, SignatureUse.PADES, null, 1)) {
            permit.record(Deed.DOCUMENT_SIGNED, Map.of("key", key));
        }
    }

    /** One that the province may sign with. */
    private static String key() {
        String key = "grant-" + KEYS.incrementAndGet();
        exchange.register.keyGrant("it", province.name(), key);
        exchange.register.firstKeyPolicy("it", exchange.ids.next(), KeyPolicy.open(key));
        return key;
    }

    private static long used(String key) {
        LocalDate today = LocalDate.ofInstant(exchange.clock.instant(), SigningHours.VIETNAM);
        return exchange.unitOfWork
                .reading(ledger -> ledger.usage().usage(key, today))
                .inAll();
    }

    private static KeyUses uses(String node) {
        UsageMeter meter = new UsageMeter(exchange.unitOfWork, exchange.ids, exchange.clock, node);
        return new KeyUses(exchange.unitOfWork, exchange.useRecords, meter, () -> "it-request", exchange.clock);
    }

    private static Caller signer(String name) {
        return new Caller(name, Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
    }

    private static Caller operator(String name) {
        return new Caller(name, Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
