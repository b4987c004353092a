package vn.lienthong.exchange.application.keypolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.KeyUsage;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;
import vn.lienthong.exchange.it.TestExchange;

/** Uses of keys, counted and permitted by a real database, by several nodes. */
class KeyUsesIT {
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final Caller FIRST = operator("van-hanh-1");
    private static final Caller SECOND = operator("van-hanh-2");

    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Caller signer;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 24);
        signer = new Caller(exchange.province.name(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
    }

    @Test
    void countsWhatWasRecordedAndGivesBackWhatWasNot() {
        String key = key(UsageLimits.NONE);
        UsageMeter meter = meter("a");
        KeyUses uses = uses(meter);
        sign(uses, key, 3);
        try (KeyUses.Permit permit = uses.permit(signer, key, SignatureUse.PADES, null, 5)) {
            assertThat(permit).isNotNull();
        }

        assertThat(usage(key)).isEqualTo(new KeyUsage(3, 3, 997));
        meter.closeAll();
        assertThat(usage(key)).isEqualTo(new KeyUsage(3, 3, 0));
    }

    @Test
    void neverSignsMoreThanTheLimitOnTwoNodesAtOnce() throws Exception {
        String key = key(new UsageLimits(100L, null));
        UsageMeter a = meter("limit-a");
        UsageMeter b = meter("limit-b");
        List<KeyUses> nodes = List.of(uses(a), uses(b));
        AtomicInteger signed = new AtomicInteger();
        atOnce(IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    for (int n = 0; n < 20; n++) {
                        try {
                            sign(nodes.get(i % 2), key, 1);
                            signed.incrementAndGet();
                        } catch (FailureException e) {
                            assertThat(e.failure().code()).isEqualTo(FailureCode.KEY_QUOTA_USED_UP);
                        }
                    }
                    return true;
                })
                .toList());
        a.closeAll();
        b.closeAll();

        assertThat(usage(key).today()).isEqualTo(signed.get()).isLessThanOrEqualTo(100);
        // What one node had set aside is not lost: the other has it now.
        while (signed.get() < 100) {
            sign(nodes.get(1), key, 1);
            signed.incrementAndGet();
        }
        assertRefused(FailureCode.KEY_QUOTA_USED_UP, () -> sign(nodes.get(0), key, 1));
    }

    @Test
    void isExactAfterACrash() {
        String key = key(new UsageLimits(null, 5000L));
        KeyUses dies = uses(meter("crashes"));
        sign(dies, key, 7);
        KeyUses.Permit interrupted = dies.permit(signer, key, SignatureUse.PADES, null, 1);
        assertThat(usage(key).setAside()).isPositive();

        // The node starts again under its name: what it had permitted and not recorded was never handed out.
        meter("crashes").closeIdle();
        assertThat(usage(key)).isEqualTo(new KeyUsage(7, 7, 0));
        interrupted.record(Deed.DOCUMENT_SIGNED, Map.of("key", key));
        assertThat(usage(key).inAll()).isEqualTo(8);
    }

    @Test
    void aLimitThatIsLoweredHoldsAtOnce() {
        String key = key(UsageLimits.NONE);
        UsageMeter meter = meter("lower");
        sign(uses(meter), key, 1);
        change().ask(
                        FIRST,
                        limited(key, new UsageLimits(null, 1L)),
                        effective(key).id());

        // Who asks first after what was remembered is forgotten, and has the block of before.
        assertRefused(FailureCode.KEY_QUOTA_USED_UP, () -> sign(uses(meter), key, 1));
        assertThat(usage(key)).isEqualTo(new KeyUsage(1, 1, 0));
    }

    @Test
    void aBlockThatIsLeasedByWhoRemembersTheOldLimitServesNobodyElse() {
        String key = key(UsageLimits.NONE);
        UsageMeter meter = meter("lower-remembered");
        KeyUses remembers = uses(meter);
        sign(remembers, key, 1);
        change().ask(
                        FIRST,
                        limited(key, new UsageLimits(null, 3L)),
                        effective(key).id());

        // Nothing was recorded, so that nothing told it of the new policy.
        remembers.permit(signer, key, SignatureUse.PADES, null, 1).close();
        sign(uses(meter), key, 2);
        assertRefused(FailureCode.KEY_QUOTA_USED_UP, () -> sign(uses(meter), key, 1));
    }

    @Test
    void whatAnotherNodeHadSetAsideUnderTheOldLimitIsFree() {
        String key = key(UsageLimits.NONE);
        sign(uses(meter("lower-away")), key, 1);
        change().ask(
                        FIRST,
                        limited(key, new UsageLimits(2L, null)),
                        effective(key).id());

        KeyUses here = uses(meter("lower-here"));
        sign(here, key, 1);
        assertRefused(FailureCode.KEY_QUOTA_USED_UP, () -> sign(here, key, 1));
    }

    @Test
    void aPolicyChangesWhileManySignAndNoneIsLostOrCountedTwice() throws Exception {
        String key = key(UsageLimits.NONE);
        List<UsageMeter> meters = List.of(meter("busy-a"), meter("busy-b"));
        List<KeyUses> nodes = meters.stream().map(KeyUsesIT::uses).toList();
        AtomicInteger signed = new AtomicInteger();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int node = i % 2;
            work.add(() -> {
                for (int n = 0; n < 30; n++) {
                    try {
                        sign(nodes.get(node), key, 1);
                        signed.incrementAndGet();
                    } catch (FailureException e) {
                        assertThat(e.failure().code()).isEqualTo(FailureCode.KEY_POLICY_CHANGED);
                    }
                }
                return true;
            });
        }
        work.add(() -> {
            for (long limit = 1_000_000; limit > 999_980; limit--) {
                change().ask(
                                FIRST,
                                limited(key, new UsageLimits(null, limit)),
                                effective(key).id());
            }
            return true;
        });
        atOnce(work);
        meters.forEach(UsageMeter::closeAll);

        assertThat(usage(key)).isEqualTo(new KeyUsage(signed.get(), signed.get(), 0));
    }

    @Test
    void aKeyThatIsDisabledMeanwhileGivesNoSignature() {
        String key = key(UsageLimits.NONE);
        KeyUses uses = uses(meter("disable"));
        sign(uses, key, 1);
        try (KeyUses.Permit permit = uses.permit(signer, key, SignatureUse.PADES, null, 1)) {
            change().ask(FIRST, disabled(key), effective(key).id());
            assertRefused(FailureCode.KEY_USE_NOT_ALLOWED, () -> permit.record(Deed.DOCUMENT_SIGNED, Map.of()));
        }
        assertRefused(FailureCode.KEY_USE_NOT_ALLOWED, () -> sign(uses, key, 1));
        assertThat(usage(key).inAll()).isEqualTo(1);
    }

    @Test
    void aKeyThatWasTakenFromTheCallerMeanwhileGivesNoSignature() {
        String key = key(UsageLimits.NONE);
        KeyUses uses = uses(meter("revoke"));
        try (KeyUses.Permit permit = uses.permit(signer, key, SignatureUse.PADES, null, 1)) {
            grants().withdraw(FIRST, key, signer.name());
            assertRefused(FailureCode.KEY_NOT_YOURS, () -> permit.record(Deed.DOCUMENT_SIGNED, Map.of()));
        }
        assertThat(usage(key).inAll()).isZero();
    }

    @Test
    void whatAllowsMoreWaitsForAnotherPerson() {
        String key = key(UsageLimits.NONE);
        ChangeKeyPolicy change = change();
        change.ask(FIRST, disabled(key), effective(key).id());
        PolicyVersion asked =
                change.ask(FIRST, KeyPolicy.open(key), effective(key).id());
        assertThat(asked.state()).isEqualTo(PolicyVersion.State.PROPOSED);
        assertThat(effective(key).policy().enabled()).isFalse();

        assertRefused(FailureCode.SECOND_PERSON_NEEDED, () -> change.approve(FIRST, asked.id()));
        Caller system = new Caller("qlvb", Caller.Kind.SYSTEM, Set.of(), Set.of(Role.OPERATE));
        assertRefused(FailureCode.SECOND_PERSON_NEEDED, () -> change.approve(system, asked.id()));
        assertRefused(FailureCode.NOT_PERMITTED, () -> change.approve(signer, asked.id()));

        assertThat(change.approve(SECOND, asked.id()).state()).isEqualTo(PolicyVersion.State.EFFECTIVE);
        assertThat(effective(key).policy().enabled()).isTrue();
        assertThat(effective(key).decidedBy()).isEqualTo(SECOND.name());
        assertRefused(FailureCode.KEY_POLICY_CHANGED, () -> change.approve(SECOND, asked.id()));
    }

    @Test
    void aProposalThatIsOvertakenNeverHolds() {
        String key = key(new UsageLimits(1L, null));
        ChangeKeyPolicy change = change();
        PolicyVersion asked =
                change.ask(FIRST, KeyPolicy.open(key), effective(key).id());
        change.ask(SECOND, disabled(key), effective(key).id());

        assertRefused(FailureCode.KEY_POLICY_CHANGED, () -> change.approve(SECOND, asked.id()));
        assertRefused(FailureCode.KEY_POLICY_CHANGED, () -> change.ask(FIRST, KeyPolicy.open(key), asked.id()));
        change.reject(SECOND, asked.id());
        assertThat(change.proposed(FIRST)).noneMatch(version -> version.id().equals(asked.id()));
    }

    @Test
    void aKeyThatNobodyHasDecidedAboutDoesNotSign() {
        String key = "key-" + KEYS.incrementAndGet();
        exchange.register.keyGrant("it", signer.name(), key);
        assertRefused(FailureCode.KEY_USE_NOT_ALLOWED, () -> sign(uses(meter("none")), key, 1));
        PolicyVersion asked = change().ask(FIRST, KeyPolicy.open(key), null);
        assertThat(asked.state()).isEqualTo(PolicyVersion.State.PROPOSED);
    }

    @Test
    void asksForTheKindOfDocument() {
        String key = key(UsageLimits.NONE);
        KeyPolicy lettersOnly = new KeyPolicy(
                key,
                true,
                KeyPolicy.open(key).uses(),
                new TreeSet<>(Set.of(new DocumentKind("CV"))),
                List.of(),
                UsageLimits.NONE);
        change().ask(FIRST, lettersOnly, effective(key).id());
        KeyUses uses = uses(meter("kind"));
        assertRefused(FailureCode.KEY_USE_NOT_ALLOWED, () -> sign(uses, key, 1));
        uses.permit(signer, key, SignatureUse.PADES, new DocumentKind("CV"), 1).close();
    }

    private static void sign(KeyUses uses, String key, long count) {
        try (KeyUses.Permit permit = uses.permit(signer, key, SignatureUse.PADES, null, count)) {
            permit.record(Deed.DOCUMENT_SIGNED, Map.of("key", key));
        }
    }

    private static String key(UsageLimits limits) {
        String key = "key-" + KEYS.incrementAndGet();
        exchange.register.keyGrant("it", signer.name(), key);
        KeyPolicy open = KeyPolicy.open(key);
        exchange.register.firstKeyPolicy(
                "it", exchange.ids.next(), new KeyPolicy(key, true, open.uses(), open.kinds(), List.of(), limits));
        return key;
    }

    private static KeyPolicy limited(String key, UsageLimits limits) {
        KeyPolicy open = KeyPolicy.open(key);
        return new KeyPolicy(key, true, open.uses(), open.kinds(), List.of(), limits);
    }

    private static KeyPolicy disabled(String key) {
        KeyPolicy open = KeyPolicy.open(key);
        return new KeyPolicy(key, false, open.uses(), open.kinds(), List.of(), UsageLimits.NONE);
    }

    private static PolicyVersion effective(String key) {
        return exchange.unitOfWork
                .reading(ledger -> ledger.keyPolicies().effective(key))
                .orElseThrow();
    }

    private static KeyUsage usage(String key) {
        LocalDate today = LocalDate.ofInstant(exchange.clock.instant(), SigningHours.VIETNAM);
        return exchange.unitOfWork.reading(ledger -> ledger.usage().usage(key, today));
    }

    private static UsageMeter meter(String node) {
        return new UsageMeter(exchange.unitOfWork, exchange.ids, exchange.clock, node);
    }

    private static KeyUses uses(UsageMeter meter) {
        return new KeyUses(
                exchange.unitOfWork,
                exchange.useRecords,
                meter,
                () -> UUID.nameUUIDFromBytes(new byte[1]).toString(),
                exchange.clock);
    }

    private static ChangeKeyPolicy change() {
        return new ChangeKeyPolicy(exchange.unitOfWork, exchange.ids, exchange.clock);
    }

    private static ChangeKeyGrants grants() {
        return new ChangeKeyGrants(exchange.unitOfWork, exchange.ids, exchange.clock);
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

    private static <T> void atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<T> result : threads.invokeAll(calls)) {
                result.get();
            }
        }
    }
}
