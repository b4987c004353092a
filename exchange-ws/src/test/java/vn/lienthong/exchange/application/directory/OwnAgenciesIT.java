package vn.lienthong.exchange.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE_OLD_CODE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** A system changes what is below its own agencies, and nothing else. */
class OwnAgenciesIT {
    private static final Caller OPERATOR = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
    private static final SystemId OFFICE_SYSTEM = new SystemId("qlvb.so-y-te");

    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Directory directory;
    private static OwnAgencies own;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
        directory = new Directory(exchange.unitOfWork);
        own = new OwnAgencies(exchange.unitOfWork, exchange.clock, exchange.authenticate);
        exchange.register.system(
                "it", new ConnectedSystem(OFFICE_SYSTEM, "Sở Y tế", null, null, null, Set.of(Role.EXCHANGE)));
        exchange.register.agency(
                "it", new Agency(new OrganId("H03.40"), "Sở Y tế", null, PROVINCE, null, List.of(), OFFICE_SYSTEM));
    }

    @Test
    void whatIsRegisteredCanBeWrittenToAndItsSystemReceives() {
        register(exchange.province, "H03.11", "Sở Nội vụ", PROVINCE_OLD_CODE);
        assertThat(directory.find(new OrganId("H03.11")).orElseThrow()).satisfies(found -> {
            assertThat(found.agency().parent()).isEqualTo(PROVINCE);
            assertThat(found.agency().system()).isEqualTo(new SystemId("qlvb.bac-kan"));
            assertThat(found.version()).isEqualTo(1);
        });
        assertThat(exchange.send(exchange.ministry, Messages.document(1, MINISTRY, new OrganId("H03.11"))))
                .isInstanceOf(Accepted.class);
        Caller now = exchange.authenticate
                .vxpPeer(new SystemId("qlvb.bac-kan"))
                .orElseThrow()
                .caller();
        assertThat(exchange.mailbox.received(now, ReceivedQuery.waiting(MessageType.EDOC)))
                .extracting(message -> message.recipient().value())
                .contains("H03.11");
    }

    @Test
    void whatIsRegisteredCanSendAtOnce() {
        SystemId system = new SystemId("qlvb.bac-kan");
        Clock stopped = Clock.fixed(exchange.clock.instant(), ZoneOffset.UTC);
        Authenticate known = new Authenticate(exchange.unitOfWork, stopped);
        Supplier<Caller> caller = () -> known.vxpPeer(system).orElseThrow().caller();
        OrganId code = new OrganId("H03.18");
        assertThat(caller.get().actsFor(code)).isFalse();
        new OwnAgencies(exchange.unitOfWork, exchange.clock, known)
                .register(caller.get(), new Registration(null, code, "Sở", null, PROVINCE));
        assertThat(caller.get().actsFor(code)).isTrue();
        assertThat(exchange.send(caller.get(), Messages.document(18, code, MINISTRY)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void onceMoreChangesNothingAndIsNotOnTheAuditLogTwice() throws SQLException {
        register(exchange.province, "H03.12", "Sở Tư pháp", PROVINCE);
        register(exchange.province, "H03.12", "Sở Tư pháp", PROVINCE);
        register(exchange.province, "H03.12", "Sở Tư pháp và Nội vụ", null);
        close(exchange.province, "H03.12");
        close(exchange.province, "H03.12");

        assertThat(directory.history(new OrganId("H03.12"))).hasSize(3);
        assertThat(audited("H03.12")).containsExactly("agency-registered", "agency-registered", "agency-closed");
    }

    @Test
    void aClosedOneIsOpenAgainWhenItIsRegisteredAgain() {
        register(exchange.province, "H03.13", "Sở Tài chính", PROVINCE);
        close(exchange.province, "H03.13");
        assertThat(record("H03.13").closed()).isTrue();
        register(exchange.province, "H03.13", "Sở Tài chính", PROVINCE);
        assertThat(record("H03.13").closed()).isFalse();
    }

    @Test
    void whatTheOperatorClosedOrMergedIsNotOpenedByASystem() {
        for (String code : new String[] {"H03.15", "H03.16", "H03.17"}) {
            register(exchange.province, code, "Sở", PROVINCE);
        }
        closedByOperator("H03.15", null);
        closedByOperator("H03.16", "H03.17");
        assertThat(failure(() -> register(exchange.province, "H03.15", "Sở", PROVINCE)))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.of(FailureCode.AGENCY_CLOSED, "H03.15")));
        assertThat(failure(() -> register(exchange.province, "H03.16", "Sở", PROVINCE)))
                .satisfies(e ->
                        assertThat(e.failure()).isEqualTo(Failure.of(FailureCode.AGENCY_CLOSED, "H03.16 → H03.17")));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.other, "H03.15", "Sở", PROVINCE));
        assertThat(record("H03.15").closed()).isTrue();
        assertThat(record("H03.16").closed()).isTrue();
    }

    private static void closedByOperator(String code, @Nullable String successor) {
        exchange.unitOfWork.inTransaction(ledger -> ledger.agencies()
                .close(
                        new OrganId(code),
                        successor == null ? null : new OrganId(successor),
                        new ChangeBy("van-hanh", exchange.clock.instant())));
    }

    @Test
    void theParentMayBeLeftOutWhereTheSystemHasOneTopmostAgency() {
        register(exchange.province, "000.00.14.H03", "Sở Xây dựng", null);
        assertThat(record("000.00.14.H03").agency().parent()).isEqualTo(PROVINCE);
        assertThat(record("000.00.14.H03").agency().code102()).isEqualTo("000.00.14.H03");
    }

    @Test
    void nobodyChangesWhatIsBelowAnother() {
        register(exchange.province, "H03.20", "Sở Ngoại vụ", PROVINCE);
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.other, "H03.20", "Chiếm", null));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.other, "H03.20", "Chiếm", OTHER));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.other, "H03.21", "Chiếm", OTHER));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.other, "H14.21", "Chen vào", PROVINCE));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> close(exchange.other, "H03.20"));
        assertThat(record("H03.20").version()).isEqualTo(1);
        assertThat(directory.find(new OrganId("H03.21"))).isEmpty();
        assertThat(directory.find(new OrganId("H14.21"))).isEmpty();
    }

    @Test
    void itsOwnAgencyAndThoseAboveAreTheOperators() {
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> close(exchange.province, PROVINCE.value()));
        refused(
                FailureCode.AGENCY_NOT_BELOW_YOURS,
                () -> register(exchange.province, PROVINCE_OLD_CODE.value(), "Tên khác", null));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> close(exchange.province, MINISTRY.value()));
        assertThat(record("H03").version()).isEqualTo(1);
    }

    @Test
    void whereAnotherSystemActsTheBranchIsThatSystems() {
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> close(exchange.province, "H03.40"));
        refused(
                FailureCode.AGENCY_NOT_BELOW_YOURS,
                () -> register(exchange.province, "H03.40.01", "Bệnh viện", new OrganId("H03.40")));
        refused(
                FailureCode.AGENCY_NOT_BELOW_YOURS,
                () -> register(exchange.province, "H03.40.01", "Bệnh viện", PROVINCE));
        Caller office = exchange.unitOfWork
                .reading(ledger -> ledger.accounts().named(OFFICE_SYSTEM.value()))
                .orElseThrow();
        register(office, "H03.40.01", "Bệnh viện", null);
        assertThat(record("H03.40.01").agency().system()).isEqualTo(OFFICE_SYSTEM);
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(office, "H03.41", "Cấp trên", PROVINCE));
    }

    @Test
    void anAgencyThatPeopleActForIsTheirsWithAllBelowIt() {
        unconnected("H03.60", "Sở có văn thư", PROVINCE);
        unconnected("H03.60.01", "Chi cục", new OrganId("H03.60"));
        exchange.register.person(
                "it",
                new Person("van-thu", "Nguyễn Văn Thư", null, Set.of(Role.EXCHANGE), Set.of(new OrganId("H03.60"))));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.province, "H03.60", "Chiếm", null));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> close(exchange.province, "H03.60"));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.province, "H03.60.01", "Chiếm", null));
        refused(
                FailureCode.AGENCY_NOT_BELOW_YOURS,
                () -> register(exchange.province, "H03.60.02", "Thêm", new OrganId("H03.60")));
        assertThat(record("H03.60").agency().system()).isNull();
        assertThat(record("H03.60.01").agency().system()).isNull();
    }

    @Test
    void anAgencyWithoutASystemThatHasCorrespondenceIsGivenByTheOperatorAlone() {
        unconnected("H03.61", "Sở có thư", PROVINCE);
        unconnected("H03.62", "Sở chưa có thư", PROVINCE);
        exchange.sent(exchange.ministry, Messages.document(61, MINISTRY, new OrganId("H03.61")));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(exchange.province, "H03.61", "Chiếm", null));
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> close(exchange.province, "H03.61"));
        register(exchange.province, "H03.62", "Sở chưa có thư", null);
        assertThat(record("H03.62").agency().system()).isEqualTo(new SystemId("qlvb.bac-kan"));
    }

    @Test
    void whoeverFindsTheDirectoryHeldIsToldToComeAgainAndLeavesTheConnectionsToOthers() throws Exception {
        TestExchange held = TestExchange.in(Files.createDirectory(folder.resolve("held")), 6);
        OwnAgencies waiting = new OwnAgencies(held.unitOfWork, held.clock, held.authenticate);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> importing = threads.submit(() -> held.unitOfWork.inTransaction(ledger -> {
                ledger.agencies().lock();
                locked.countDown();
                return await(mayEnd);
            }));
            assertThat(await(locked)).isTrue();
            List<Future<FailureException>> all = IntStream.range(10, 30)
                    .mapToObj(n -> threads.submit(() -> failure(() -> waiting.register(
                            held.province, new Registration(null, new OrganId("H03." + n), "Sở", null, PROVINCE)))))
                    .toList();
            Thread.sleep(500);
            long began = System.nanoTime();
            Optional<Agency> found =
                    held.unitOfWork.reading(ledger -> ledger.agencies().find(PROVINCE));
            assertThat(found).as("a connection is left").isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            assertThat(new ImportDirectory(held.unitOfWork, held.ids, held.clock)
                            .run(OPERATOR, ImportDirectoryIT.lines(Stream.of()), true)
                            .changes())
                    .as("a trial needs no lock")
                    .isZero();
            for (Future<FailureException> one : all) {
                FailureException told = one.get(30, TimeUnit.SECONDS);
                assertThat(told.failure().code()).isEqualTo(FailureCode.OVERLOADED);
                assertThat(told.failure().retryAfter()).isNotNull();
            }
            mayEnd.countDown();
            assertThat(importing.get(10, TimeUnit.SECONDS)).isTrue();
        }
        waiting.register(held.province, new Registration(null, new OrganId("H03.10"), "Sở", null, PROVINCE));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static FailureException failure(Runnable change) {
        try {
            change.run();
        } catch (FailureException e) {
            return e;
        }
        throw new AssertionError("was not refused");
    }

    @Test
    void aCodeThatDoesNotShowWhoseItIsIsTheOperators() {
        for (String code :
                new String[] {"H99", "000.00.00.H99", "H99.01", "00.03.W00", "000.A03.000", "vxp", "h03.01"}) {
            refused(
                    FailureCode.AGENCY_NOT_BELOW_YOURS,
                    () -> register(exchange.province, code, "Không rõ của ai", PROVINCE));
        }
    }

    @Test
    void theSameGroupsInTheOtherSchemeAreInTheSameBranch() {
        Caller office = exchange.unitOfWork
                .reading(ledger -> ledger.accounts().named(OFFICE_SYSTEM.value()))
                .orElseThrow();
        register(office, "H03.40.05", "Trung tâm", null);
        for (String code : new String[] {"000.05.40.H03", "000.06.40.H03", "000.00.40.H03"}) {
            refused(
                    FailureCode.AGENCY_NOT_BELOW_YOURS,
                    () -> register(exchange.province, code, "Mã của nhánh khác", PROVINCE));
        }
        register(exchange.province, "000.05.41.H03", "Sở khác", PROVINCE);
        refused(FailureCode.AGENCY_NOT_BELOW_YOURS, () -> register(office, "H03.41.05", "Trùng mã", null));
        register(exchange.province, "H03.41.05", "Cùng hệ thống", PROVINCE);
    }

    @Test
    void anAgencyWithOthersBelowItStays() {
        register(exchange.province, "H03.30", "Sở Y tế", PROVINCE);
        register(exchange.province, "H03.30.01", "Bệnh viện", new OrganId("H03.30"));
        refused(FailureCode.AGENCY_HAS_CHILDREN, () -> close(exchange.province, "H03.30"));
        close(exchange.province, "H03.30.01");
        close(exchange.province, "H03.30");
        refused(
                FailureCode.AGENCY_CLOSED,
                () -> register(exchange.province, "H03.30.02", "Trạm", new OrganId("H03.30")));
    }

    @Test
    void refusesWhatIsNotThereAndWhatContradictsItself() {
        refused(FailureCode.NOT_FOUND, () -> close(exchange.province, "H03.99"));
        refused(
                FailureCode.PARAMETER_INVALID,
                () -> register(exchange.province, "H03.98", "Không cấp trên", new OrganId("H03.97")));
        refused(
                FailureCode.PARAMETER_INVALID,
                () -> own.register(
                        exchange.province,
                        new Registration(MINISTRY, new OrganId("H03.96"), "Hai cơ quan", null, PROVINCE)));
    }

    @Test
    void aSystemHasTwentyThousandAgenciesAtMost() throws SQLException {
        exchange.register.system(
                "it",
                new ConnectedSystem(new SystemId("qlvb.nhieu"), "Nhiều", null, null, null, Set.of(Role.EXCHANGE)));
        exchange.register.agency(
                "it", new Agency(new OrganId("Z90"), "Nhiều", null, null, null, List.of(), new SystemId("qlvb.nhieu")));
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into agency (id, name, parent, system) select 'Z90.' || n, 'Nhiều', 'Z90', "
                    + "'qlvb.nhieu' from generate_series(2, " + (OwnAgencies.MOST - 1) + ") n");
        }
        Caller many = exchange.unitOfWork
                .reading(ledger -> ledger.accounts().named("qlvb.nhieu"))
                .orElseThrow();
        register(many, "Z90.1", "Cơ quan cuối cùng", new OrganId("Z90"));
        refused(FailureCode.AGENCIES_TOO_MANY, () -> register(many, "Z90.0", "Thêm một", new OrganId("Z90")));
        register(many, "Z90.1", "Đổi tên thì được", null);
        close(many, "Z90.1");
        refused(FailureCode.AGENCIES_TOO_MANY, () -> register(many, "Z90.0", "Thay vào", new OrganId("Z90")));
        register(many, "Z90.1", "Mở lại thì được", null);
    }

    @Test
    void onlySystemsThatExchangeChangeTheDirectory() {
        Caller reader = new Caller("qlvb.bac-kan", Caller.Kind.SYSTEM, Set.of(PROVINCE), Set.of(Role.VERIFY));
        Caller person = new Caller("qlvb.bac-kan", Caller.Kind.PERSON, Set.of(PROVINCE), Set.of(Role.EXCHANGE));
        for (Caller caller : new Caller[] {reader, person, exchange.auditor}) {
            refused(FailureCode.NOT_PERMITTED, () -> register(caller, "H03.50", "Không được", PROVINCE));
            refused(FailureCode.NOT_PERMITTED, () -> close(caller, "H03.50"));
        }
    }

    private static void unconnected(String id, String name, OrganId parent) {
        exchange.register.agency("it", new Agency(new OrganId(id), name, null, parent, null, List.of(), null));
    }

    private static void register(Caller caller, String code, String name, @Nullable OrganId parent) {
        own.register(caller, new Registration(null, new OrganId(code), name, null, parent));
    }

    private static void close(Caller caller, String code) {
        own.close(caller, new OrganId(code));
    }

    private static AgencyRecord record(String code) {
        return directory.find(new OrganId(code)).orElseThrow();
    }

    private static void refused(FailureCode code, Runnable change) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(change::run)
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(code));
    }

    private static List<String> audited(String agency) throws SQLException {
        List<String> deeds = new ArrayList<>();
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select body::json->>'type' from audit_entry where body::json->"
                        + "'details'->>'agency' = '" + agency + "' order by id")) {
            while (rows.next()) {
                deeds.add(rows.getString(1));
            }
        }
        return deeds;
    }
}
