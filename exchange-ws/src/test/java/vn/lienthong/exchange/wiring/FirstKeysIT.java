package vn.lienthong.exchange.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.keypolicy.GrantProposal;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed.Grant;
import vn.lienthong.exchange.it.TestExchange;

/** The directory file gives keys to a new server, and afterwards asks for them. */
class FirstKeysIT {
    private static final Caller FIRST = operator("van-hanh-1");
    private static final Caller SECOND = operator("van-hanh-2");

    @TempDir
    Path folder;

    private TestExchange exchange;
    private ChangeKeyGrants grants;
    private ChangeKeyPolicy policies;
    private String holder;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 4);
        grants = new ChangeKeyGrants(exchange.unitOfWork, exchange.ids, exchange.clock);
        policies = new ChangeKeyPolicy(exchange.unitOfWork, exchange.ids, exchange.clock);
        holder = exchange.province.name();
    }

    @Test
    void aNewServerSignsAtOnce() {
        KeyPolicy written = seals("dau-co-quan");
        start(List.of(written), "dau-co-quan", "chu-ky");
        assertThat(holds("dau-co-quan")).contains(written);
        assertThat(holds("chu-ky")).contains(KeyPolicy.open("chu-ky"));
        assertThat(keys()).containsExactlyInAnyOrder("dau-co-quan", "chu-ky");
        assertThat(policies.proposed(FIRST)).isEmpty();
        assertThat(grants.proposed(FIRST)).isEmpty();
    }

    @Test
    void aKeyThatOnePersonAddsLaterWaitsForAnother() {
        start(List.of(), "chu-ky");
        start(List.of(), "chu-ky", "dau-moi");
        start(List.of(), "chu-ky", "dau-moi");

        assertThat(keys()).containsExactly("chu-ky");
        assertThat(holds("dau-moi")).isEmpty();
        List<PolicyVersion> asked = policies.proposed(FIRST);
        assertThat(asked).extracting(version -> version.policy().keyAlias()).containsExactly("dau-moi");
        List<GrantProposal> wanted = grants.proposed(FIRST);
        assertThat(wanted).extracting(GrantProposal::keyAlias).containsExactly("dau-moi");

        policies.approve(FIRST, asked.getFirst().id());
        grants.approve(SECOND, wanted.getFirst().id());
        assertThat(keys()).containsExactlyInAnyOrder("chu-ky", "dau-moi");
        assertThat(holds("dau-moi")).contains(KeyPolicy.open("dau-moi"));
    }

    @Test
    void whatWasRejectedOrTakenAwayIsNotAskedForAtEachStart() {
        start(List.of(), "chu-ky");
        start(List.of(), "chu-ky", "dau-moi");
        grants.reject(FIRST, grants.proposed(FIRST).getFirst().id());
        policies.reject(FIRST, policies.proposed(FIRST).getFirst().id());
        grants.withdraw(FIRST, "chu-ky", holder);

        start(List.of(), "chu-ky", "dau-moi");
        assertThat(keys()).isEmpty();
        assertThat(grants.proposed(FIRST)).isEmpty();
        assertThat(policies.proposed(FIRST)).isEmpty();
    }

    @Test
    void aPolicyThatIsWrittenOutIsAKeysFirst() {
        start(List.of(), "chu-ky");
        KeyPolicy written = seals("dau-moi");
        start(List.of(written), "chu-ky", "dau-moi");
        assertThat(holds("dau-moi")).contains(written);
        // it names nobody who may sign: that waits
        assertThat(keys()).containsExactly("chu-ky");
    }

    static void start(TestExchange exchange, DirectorySeed seed) {
        new FirstEntries(
                        exchange.register,
                        new ChangeKeyGrants(exchange.unitOfWork, exchange.ids, exchange.clock),
                        new ChangeKeyPolicy(exchange.unitOfWork, exchange.ids, exchange.clock),
                        exchange.ids)
                .register(seed);
    }

    private void start(List<KeyPolicy> written, String... keys) {
        List<Grant> given =
                Arrays.stream(keys).map(key -> new Grant(holder, key)).toList();
        start(exchange, new DirectorySeed(List.of(), List.of(), List.of(), given, written, List.of()));
    }

    private Set<String> keys() {
        return exchange.unitOfWork.reading(ledger -> ledger.accounts().keysOf(holder));
    }

    private Optional<KeyPolicy> holds(String key) {
        return exchange.unitOfWork
                .reading(ledger -> ledger.keyPolicies().effective(key))
                .map(PolicyVersion::policy);
    }

    private static KeyPolicy seals(String key) {
        return new KeyPolicy(
                key,
                true,
                new TreeSet<>(Set.of(SignatureUse.PADES)),
                new TreeSet<>(),
                List.of(),
                new UsageLimits(100L, null));
    }

    private static Caller operator(String name) {
        return new Caller(name, Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
    }
}
