package vn.lienthong.exchange.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE_OLD_CODE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.delivery.FetchedContent;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.AgencyVersion;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Hierarchy, codes and history of agencies in a real database. */
class DirectoryIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Directory directory;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
        directory = new Directory(exchange.unitOfWork);
    }

    @Test
    void findsByWordsWithoutDiacriticsAndByGroupsOfCodes() {
        register("Z10.01", "Sở Đường bộ và Ủy ban Thử", null, "000.00.01.Z10");
        register("Z10.02", "Sở Đường sắt", null);

        assertThat(named("duong bo")).containsExactly("Z10.01");
        assertThat(named("ĐƯỜNG BỘ")).containsExactly("Z10.01");
        assertThat(named("bo   uy\tduon")).containsExactly("Z10.01");
        assertThat(named("so duong")).containsExactly("Z10.01", "Z10.02");
        assertThat(named("000.00.01.Z10")).containsExactly("Z10.01");
        assertThat(named("z10")).containsExactly("Z10.01", "Z10.02");
        assertThat(named("uong")).as("within a word").isEmpty();
        assertThat(named("duong bo khac")).isEmpty();
        assertThat(named("' | ! & :* <->")).isEmpty();
        assertThat(named("sat' | 'so")).isEqualTo(named("sat so")).containsExactly("Z10.02");
    }

    @Test
    void keepsWhatItSaidOfAnAgencyAndWhen() {
        OrganId id = register("Z20", "Ban Một", null).id();
        register("Z20", "Ban Một", null);
        register("Z20", "Ban Hai", null);
        register("Z20", "Ban Hai", null, "000.00.00.Z20");
        register("Z20", "Ban Hai", null);
        assertThat(record(id).agency().aliases()).as("a code is not taken away").hasSize(1);
        OrganId heir = register("Z21", "Ban Kế nhiệm", null).id();
        assertThat(close(id, heir)).isTrue();
        assertThat(close(id, heir)).as("twice").isFalse();
        assertThat(record(id)).satisfies(closed -> {
            assertThat(closed.closed()).isTrue();
            assertThat(closed.successor()).isEqualTo(heir);
            assertThat(closed.version()).isEqualTo(4);
        });
        register("Z20", "Ban Hai", null, "000.00.00.Z20");

        List<AgencyVersion> history = directory.history(new OrganId("000.00.00.Z20"));
        assertThat(history)
                .extracting(AgencyVersion::change)
                .containsExactly(
                        AgencyChange.REGISTERED,
                        AgencyChange.RENAMED,
                        AgencyChange.CHANGED,
                        AgencyChange.MERGED,
                        AgencyChange.REOPENED);
        assertThat(history).extracting(AgencyVersion::version).containsExactly(1, 2, 3, 4, 5);
        assertThat(history)
                .extracting(version -> version.agency().name())
                .containsExactly("Ban Một", "Ban Hai", "Ban Hai", "Ban Hai", "Ban Hai");
        for (int i = 0; i + 1 < history.size(); i++) {
            assertThat(history.get(i).validUntil()).isEqualTo(history.get(i + 1).validFrom());
        }
        assertThat(history.getLast().validUntil()).isNull();
        assertThat(history.getLast().changedBy()).isEqualTo("it");
    }

    @Test
    void tellsTheLastThousandVersions() throws SQLException {
        OrganId id = register("Z25", "Hay đổi", null).id();
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into agency_version (agency, version, change, valid_from, changed_by, name, aliases) "
                            + "select 'Z25', n, 'RENAMED', now() + n * interval '1 second', 'it', 'Tên ' || n, '{}' "
                            + "from generate_series(2, 1005) n");
        }
        List<AgencyVersion> history = directory.history(id);
        assertThat(history).hasSize(AgencyDirectory.MOST_VERSIONS);
        assertThat(history.getFirst().version()).isEqualTo(6);
        assertThat(history.getLast().version()).isEqualTo(1005);
        assertThat(history.getLast().validUntil()).isNull();
    }

    @Test
    void refusesACircleAnUnknownParentAndACodeOfAnother() {
        register("Z30", "Cấp trên", null);
        register("Z30.01", "Cấp dưới", "Z30");
        refuses("parent", () -> register("Z30", "Cấp trên", "Z30.01"));
        refuses("parent", () -> register("Z30", "Cấp trên", "Z30"));
        refuses("parent", () -> register("Z30.02", "Cấp dưới", "Z39"));
        refuses("aliases", () -> register("Z30.03", "Khác", "Z30", "Z30.01"));
        refuses("successor", () -> close(new OrganId("Z30.01"), new OrganId("Z30.01")));
        refuses("successor", () -> close(new OrganId("Z30.01"), new OrganId("Z39")));
        assertThat(directory.find(new OrganId("Z30.03")))
                .as("nothing of a refused one")
                .isEmpty();
    }

    @Test
    void aHierarchyHasTwentyLevelsAtMost() {
        register("Y30", "Cấp 1", null);
        for (int level = 2; level <= Agency.MOST_LEVELS; level++) {
            register("Y30." + level, "Cấp " + level, level == 2 ? "Y30" : "Y30." + (level - 1));
        }
        refuses("parent", () -> register("Y30.21", "Cấp 21", "Y30.20"));
        register("Y30.20", "Đổi tên thì được", "Y30.19");
        register("Y31", "Cấp trên nữa", null);
        refuses("parent", () -> register("Y30", "Cấp 1", "Y31"));
    }

    @Test
    void aDocumentToAnAliasReachesTheAgencyAndStaysOctetForOctet() throws Exception {
        byte[] sent = Messages.document(41, PROVINCE_OLD_CODE, TestExchange.MINISTRY_OLD_CODE);
        Accepted accepted = exchange.sent(exchange.province, sent);
        try (FetchedContent fetched = exchange.mailbox
                .fetch(exchange.ministry, new DocId(accepted.id().value()))
                .or(() -> exchange.mailbox.fetch(
                        exchange.ministry,
                        new DocId(exchange.mailbox
                                .received(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC))
                                .getFirst()
                                .id()
                                .value())))
                .orElseThrow()) {
            assertThat(fetched.body().readAllBytes()).isEqualTo(sent);
            assertThat(fetched.dispatch().sender()).isEqualTo(PROVINCE);
        }
    }

    @Test
    void aDocumentToAClosedAgencyIsRefusedByTheNameOfItsSuccessor() {
        OrganId first = register("Z50", "Sở Cũ", null, "000.00.00.Z50").id();
        OrganId second = register("Z51", "Sở Giữa", null).id();
        OrganId last = register("Z52", "Sở Mới", null).id();
        OrganId none = register("Z53", "Sở Không người nối", null).id();
        close(first, second);
        close(second, last);
        close(none, null);

        assertThat(refused(51, new OrganId("000.00.00.Z50"))).isEqualTo("Z50 → Z52");
        assertThat(refused(52, none)).isEqualTo("Z53");
        assertThat(exchange.send(exchange.province, Messages.document(53, PROVINCE, last)))
                .isInstanceOf(Accepted.class);
        Map<OrganId, Address> known = exchange.unitOfWork.reading(
                ledger -> ledger.agencies().addresses(List.of(new OrganId("000.00.00.Z50"), new OrganId("Z59"))));
        assertThat(known).isEqualTo(Map.of(new OrganId("000.00.00.Z50"), new Address(first, true)));
    }

    @Test
    void aClosedAgencySendsNoDocumentAndReadsWhatItHas() {
        Accepted before = exchange.sent(exchange.other, Messages.document(61, OTHER, MINISTRY));
        AgencyRecord was = record(OTHER);
        close(OTHER, MINISTRY);
        try {
            assertThat(exchange.send(exchange.other, Messages.document(62, OTHER, MINISTRY)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.failure().arguments())
                                    .containsExactly(OTHER + " → " + MINISTRY));
            assertThat(exchange.mailbox.sent(exchange.other, before.id())).hasSize(1);
        } finally {
            exchange.register.agency("it", was.agency());
        }
    }

    @Test
    void whoHasSeenOneChangeHasSeenAllBeforeIt() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> slow = threads.submit(() -> exchange.unitOfWork.inTransaction(ledger -> {
                boolean put = ledger.agencies().put(agency("Z70", "Chậm", null), by());
                changed.countDown();
                await(mayCommit);
                return put;
            }));
            await(changed);
            Future<Agency> quick = threads.submit(() -> register("Z71", "Nhanh", null));
            Thread.sleep(300);
            assertThat(quick.isDone()).as("waits for the one before it").isFalse();
            mayCommit.countDown();
            assertThat(slow.get(10, TimeUnit.SECONDS)).isTrue();
            quick.get(10, TimeUnit.SECONDS);
        }
        assertThat(record(new OrganId("Z71")).modifiedAt())
                .isAfter(record(new OrganId("Z70")).modifiedAt());
    }

    @Test
    void whatChangedSinceIsListedClosedAgenciesToo() {
        OrganId old = register("Z80", "Cũ", null).id();
        Instant seen = record(old).modifiedAt();
        OrganId one = register("Z81", "Một", null).id();
        close(one, null);

        List<String> changed = new ArrayList<>();
        Iterator<AgencyRecord> rows = directory.all(AgencyFilter.changed(seen.plusNanos(1000)));
        rows.forEachRemaining(row -> changed.add(row.agency().id().value()));
        assertThat(changed).contains("Z81").doesNotContain("Z80");
        assertThat(named("Z81")).as("to be written to").isEmpty();
    }

    @Test
    void whatChangesDuringAWalkComesWithTheNextOne() {
        register("Z85", "Trước", null);
        Iterator<AgencyRecord> walk = directory.changes(null);
        register("Z86", "Trong khi", null);
        register("Z85", "Trong khi đổi tên", null);
        List<AgencyRecord> seen = new ArrayList<>();
        walk.forEachRemaining(seen::add);
        assertThat(seen)
                .extracting(row -> row.agency().id().value())
                .doesNotContain("Z85", "Z86")
                .contains("H03");
        Instant cursor = seen.stream()
                .map(AgencyRecord::modifiedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();

        List<String> next = new ArrayList<>();
        directory
                .changes(cursor)
                .forEachRemaining(row -> next.add(row.agency().id().value()));
        assertThat(next).contains("Z85", "Z86");
    }

    @Test
    void levelsAreThoseOfTheCodeOfDecision20() {
        register("Y90", "Cấp một", null);
        register("000.00.01.Y90", "Cấp hai", "Y90", "Y90.01");
        register("00.53.Y90", "Không theo quyết định", "Y90");

        assertThat(ids(AgencyFilter.decision20(1))).contains("Y90").doesNotContain("000.00.01.Y90", "00.53.Y90");
        assertThat(ids(AgencyFilter.decision20(2))).contains("000.00.01.Y90").doesNotContain("Y90", "00.53.Y90");
        assertThat(ids(AgencyFilter.decision20(null)))
                .contains("Y90", "000.00.01.Y90")
                .doesNotContain("00.53.Y90");
    }

    @Test
    void theCodeOfDecision20StaysTheOneThatItIsListedBy() {
        register("000.00.05.Y92", "Hai mã", null, "Y92.05");
        register("000.00.05.Y92", "Hai mã", null, "Y92.01.05", "Y92.01");
        assertThat(record(new OrganId("Y92.01")).code20()).isEqualTo(new OrganId("Y92.05"));
        assertThat(ids(AgencyFilter.decision20(2))).contains("000.00.05.Y92");
        register("000.00.06.Y92", "Một mã", null);
        assertThat(record(new OrganId("000.00.06.Y92")).code20()).isNull();
    }

    private static String refused(int number, OrganId to) {
        Refused refused = (Refused) exchange.send(exchange.province, Messages.document(number, PROVINCE, to));
        assertThat(refused.failure().code()).isEqualTo(FailureCode.AGENCY_CLOSED);
        return refused.failure().arguments().getFirst();
    }

    private static List<String> named(String words) {
        return ids(AgencyFilter.named(words, null));
    }

    private static List<String> ids(AgencyFilter filter) {
        return directory.page(filter, null, 1000).stream()
                .map(row -> row.agency().id().value())
                .toList();
    }

    private static AgencyRecord record(OrganId id) {
        return directory.find(id).orElseThrow();
    }

    private static Agency register(String id, String name, @Nullable String parent, String... aliases) {
        Agency agency = agency(id, name, parent, aliases);
        exchange.register.agency("it", agency);
        return agency;
    }

    private static boolean close(OrganId agency, @Nullable OrganId successor) {
        return exchange.unitOfWork.inTransaction(ledger -> ledger.agencies().close(agency, successor, by()));
    }

    private static Agency agency(String id, String name, @Nullable String parent, String... aliases) {
        return new Agency(
                new OrganId(id),
                name,
                null,
                parent == null ? null : new OrganId(parent),
                null,
                List.of(aliases).stream().map(OrganId::new).toList(),
                null);
    }

    private static ChangeBy by() {
        return new ChangeBy("it", exchange.clock.instant());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void refuses(String what, Runnable change) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(change::run)
                .satisfies(e -> assertThat(e.failure().arguments().getFirst()).isEqualTo(what));
    }
}
