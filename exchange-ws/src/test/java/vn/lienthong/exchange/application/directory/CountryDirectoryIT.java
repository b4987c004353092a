package vn.lienthong.exchange.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.agency.imports.ImportReport;
import vn.lienthong.exchange.it.CountryDirectory;
import vn.lienthong.exchange.it.TestExchange;

/** The directory at the size of the country: 111,339 agencies. Looks are counted in rows by PostgreSQL, not in time. */
class CountryDirectoryIT {
    private static final Caller OPERATOR = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
    /** The agencies that the exchange has to begin with. */
    private static final int OTHERS = 3;

    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Directory directory;

    @BeforeAll
    static void imported() throws SQLException {
        exchange = TestExchange.in(folder, 2);
        directory = new Directory(exchange.unitOfWork);
        ImportReport first = imported(file());
        assertThat(first.changes()).isEqualTo(CountryDirectory.AGENCIES);
        assertThat(first.notInFile()).isEqualTo(OTHERS);
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static ImportReport imported(Stream<AgencyLine> file) {
        return new ImportDirectory(exchange.unitOfWork, exchange.ids, exchange.clock)
                .run(OPERATOR, ImportDirectoryIT.lines(file), false);
    }

    private static Stream<AgencyLine> file() {
        AtomicInteger number = new AtomicInteger();
        return CountryDirectory.agencies().map(agency -> new AgencyLine(number.incrementAndGet(), agency, null, null));
    }

    @Test
    void theSecondTimeChangesNothing() {
        ImportReport second = imported(file());
        assertThat(second.changes()).isZero();
        assertThat(second.unchanged()).isEqualTo(CountryDirectory.AGENCIES);
    }

    @Test
    void allAreWalkedThroughOnceInOrder() {
        Iterator<AgencyRecord> all = directory.all(AgencyFilter.changed(null));
        int count = 0;
        String last = "";
        while (all.hasNext()) {
            String id = all.next().agency().id().value();
            assertThat(id.compareTo(last)).isPositive();
            last = id;
            count++;
        }
        assertThat(count).isEqualTo(CountryDirectory.AGENCIES + OTHERS);
    }

    @Test
    void aLookUpLooksAtAFewRows() throws Exception {
        assertFew(
                20, () -> directory.find(new OrganId("000.03.07.X42")).stream().toList());
        assertFew(
                20,
                () -> List.copyOf(exchange.unitOfWork
                        .reading(ledger -> ledger.agencies().addresses(List.of(new OrganId("000.03.07.X42"))))
                        .values()));
        assertFew(60, () -> directory.page(AgencyFilter.LIVING, new OrganId("X80"), 10));
        assertFew(60, () -> directory.page(AgencyFilter.decision20(1), null, 10));
        assertFew(100, () -> directory.page(AgencyFilter.named(null, new OrganId("X42.07")), null, 10));
        assertFew(200, () -> directory.page(AgencyFilter.named("so noi vu tinh so 42", null), null, 10));
    }

    @Test
    void aSearchIsAnsweredAtOnceHoweverManyItFinds() {
        for (String words : List.of("to cong tac", "tinh 42", "giao duc dao tao 3", "x42 07 03", "khong co", "s")) {
            directory.page(AgencyFilter.named(words, null), null, 100);
            long began = System.nanoTime();
            directory.page(AgencyFilter.named(words, null), null, 100);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(words).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static void assertFew(long most, Asked asked) throws Exception {
        asked.rows();
        long before = fetched();
        int times = 10;
        for (int i = 0; i < times; i++) {
            assertThat(asked.rows()).isNotEmpty();
        }
        assertThat((fetched() - before) / times).isBetween(1L, most);
    }

    /** Rows that scans of the directory gave so far. A session tells its counts when it is idle, a second apart. */
    private static long fetched() throws Exception {
        Thread.sleep(1_200);
        directory.find(new OrganId("H03"));
        Thread.sleep(200);
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select sum(coalesce(idx_tup_fetch, 0) + seq_tup_read) from pg_stat_user_tables
                        where schemaname = current_schema() and relname in ('agency', 'agency_code')""")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Something that is looked up. */
    private interface Asked {
        List<?> rows();
    }
}
