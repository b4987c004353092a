package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail.Attributed;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.UsageBlock;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger.Use;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;
import vn.lienthong.exchange.domain.ledger.UseRecords;
import vn.lienthong.exchange.domain.ledger.UseRecords.NotedUse;
import vn.lienthong.exchange.it.TestExchange;

/** One statement puts on the record exactly what the ledger's parts do in a transaction, and nothing of what they would not. */
class UseRecordsIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static int keys;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
    }

    /** A key with a policy that holds and an open block of so many uses. */
    private record Scene(String key, UUID policy, UUID block, LocalDate day) {
        static Scene make() {
            String key = "records-" + ++keys;
            exchange.register.keyGrant("it", exchange.province.name(), key);
            exchange.register.firstKeyPolicy("it", exchange.ids.next(), KeyPolicy.open(key));
            LocalDate day = LocalDate.of(2026, 1, 5);
            UUID policy = exchange.unitOfWork
                    .reading(ledger -> ledger.keyPolicies().effective(key))
                    .orElseThrow()
                    .id();
            UsageBlock block = exchange.unitOfWork
                    .inTransaction(ledger -> ledger.usage()
                            .lease(
                                    new UsageBlock.Wanted(exchange.ids.next(), key, day, "node-" + key, 1, 1000),
                                    UsageLimits.NONE))
                    .orElseThrow();
            return new Scene(key, policy, block.id(), day);
        }

        NotedUse use(String account, UUID policyAsked, UUID blockAsked, long count, String about) {
            AuditNote note = new AuditNote(
                    Deed.HASHES_SIGNED,
                    exchange.clock.instant(),
                    null,
                    account,
                    null,
                    null,
                    new TreeMap<>(Map.of("key", key, "about", about)));
            return new NotedUse(
                    new Use(account, key, policyAsked, blockAsked, count), new Attributed(note, "request-" + about));
        }

        /** One of each: permitted, of a stranger, under a policy and out of a block that there are not, permitted. */
        List<NotedUse> uses() {
            String signer = exchange.province.name();
            return List.of(
                    use(signer, policy, block, 3, "một"),
                    use("stranger", policy, block, 5, "hai"),
                    use(signer, UUID.randomUUID(), block, 7, "ba"),
                    use(signer, policy, UUID.randomUUID(), 11, "bốn"),
                    use(signer, policy, block, 13, "năm"));
        }
    }

    @Test
    void recordsWhatTheLedgersPartsRecord() throws SQLException {
        for (UseRecords records : List.of(exchange.useRecords, UseRecords.through(exchange.unitOfWork))) {
            Scene scene = Scene.make();
            assertThat(records.record(scene.uses())).containsExactly(true, false, false, false, true);
            assertThat(used(scene)).isEqualTo(16);
            assertThat(pendingBodies(scene.key()))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"một\"", "\"request-một\""),
                            second -> assertThat(second).contains("\"năm\"", "\"request-năm\""));
        }
    }

    /** Few uses are asked for in another way than many. */
    @Test
    void recordsAnyNumberOfUsesAlike() throws SQLException {
        for (int count = 1; count <= 9; count++) {
            Scene scene = Scene.make();
            List<NotedUse> uses = new ArrayList<>();
            List<Boolean> expected = new ArrayList<>();
            List<String> about = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boolean permitted = i % 3 != 1;
                String words = "việc-" + i;
                uses.add(scene.use(
                        permitted ? exchange.province.name() : "stranger", scene.policy(), scene.block(), 2, words));
                expected.add(permitted);
                if (permitted) {
                    about.add("request-" + words);
                }
            }
            assertThat(exchange.useRecords.record(uses)).isEqualTo(expected);
            assertThat(used(scene)).isEqualTo(2L * about.size());
            List<String> bodies = pendingBodies(scene.key());
            assertThat(bodies).hasSameSizeAs(about);
            for (int i = 0; i < bodies.size(); i++) {
                assertThat(bodies.get(i)).contains(about.get(i));
            }
        }
    }

    @Test
    void recordsNothingOfUsesOfWhichNoneIsPermitted() throws SQLException {
        Scene scene = Scene.make();
        exchange.unitOfWork.inTransaction(ledger -> {
            ledger.usage().close(scene.block());
            return true;
        });
        assertThat(exchange.useRecords.record(scene.uses())).containsOnly(false).hasSize(5);
        assertThat(used(scene)).isZero();
        assertThat(pendingBodies(scene.key())).isEmpty();
    }

    @Test
    void saysThatThereIsNoDatabase() {
        DataSource gone = failing(new SQLException("refused", "08001"));
        UseRecords records = new JdbcUseRecords(gone, exchange.ids, new java.security.SecureRandom());
        Scene scene = Scene.make();
        assertThatThrownBy(() -> records.record(scene.uses()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.DATABASE_UNAVAILABLE));
    }

    @Test
    void triesAgainAfterADeadlock() {
        Scene scene = Scene.make();
        List<Integer> asked = new ArrayList<>();
        DataSource sometimes = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.add(1);
                    if (asked.size() < 3) {
                        throw new SQLException("deadlock", "40P01");
                    }
                    return exchange.database.getConnection();
                });
        UseRecords records = new JdbcUseRecords(sometimes, exchange.ids, new java.security.SecureRandom());
        assertThat(records.record(scene.uses().subList(0, 1))).containsExactly(true);
        assertThat(used(scene)).isEqualTo(3);
    }

    private static DataSource failing(SQLException why) {
        return (DataSource) Proxy.newProxyInstance(
                UseRecordsIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == PrintWriter.class) {
                        return null;
                    }
                    throw why;
                });
    }

    private static long used(Scene scene) {
        return exchange.unitOfWork
                .reading(ledger -> ledger.usage().usage(scene.key(), scene.day()))
                .inAll();
    }

    /** What waits for its seal and tells of that key, in its order. */
    private static List<String> pendingBodies(String key) throws SQLException {
        List<String> bodies = new ArrayList<>();
        try (Connection connection = exchange.owner.getConnection();
                var statement = connection.prepareStatement(
                        "select e.body from audit_pending p join audit_entry e on e.id = p.entry"
                                + " where e.body like ? and e.body like '%request-%' order by p.position")) {
            statement.setString(1, "%\"" + key + "\"%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
        }
        return bodies;
    }
}
