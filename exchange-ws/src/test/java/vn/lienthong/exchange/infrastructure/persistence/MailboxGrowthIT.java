package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.it.TestExchange;

/** A page of a mailbox looks at as many rows as it shows, however many there are: counted by PostgreSQL itself. */
class MailboxGrowthIT {
    private static final int DISPATCHES = 20_000;
    private static final int PAGE = 20;
    /** Of the page, in three tables, and of what planning looks at; far below what lies there. */
    private static final long FEW = 20L * PAGE;

    @TempDir
    Path folder;

    private TestExchange exchange;

    @BeforeEach
    void fill() throws SQLException {
        exchange = TestExchange.in(folder, 1);
        execute("""
                insert into dispatch (id, message_type, sender, document_id, variant, business_type, content_sha256,
                        content_length, subject, code_number, code_notation, priority, accepted_at, submitted_by, channel)
                    select (lpad(to_hex(g), 12, '0') || '70008000' || lpad(to_hex(g), 12, '0'))::uuid, 'edoc', 'H03',
                        'D' || g, '', 0, sha256(g::text::bytea), 1, 'V/v', g::text, 'UBND', 0, now(), 'it', 'VXP'
                    from generate_series(1, %d) g""".formatted(DISPATCHES));
        execute("""
                insert into delivery (id, dispatch, recipient, message_type, created_at, updated_at)
                    select d.id, d.id, 'G06', 'edoc', now(), now() from dispatch d""");
        execute("analyze");
    }

    @Test
    void aPageLooksAtItsOwnRowsOnly() throws Exception {
        Set<OrganId> sender = Set.of(TestExchange.PROVINCE, TestExchange.OTHER);
        Set<OrganId> recipient = Set.of(TestExchange.MINISTRY, TestExchange.OTHER);
        Page page = new Page(0, PAGE);
        DispatchId newest = exchange.unitOfWork
                .reading(ledger -> ledger.deliveries().sent(sender, MessageType.EDOC, null, page))
                .getFirst()
                .dispatch()
                .id();
        assertFew(
                () -> exchange.unitOfWork.reading(
                        ledger -> ledger.deliveries().sent(sender, MessageType.EDOC, null, page)),
                PAGE);
        assertFew(
                () -> exchange.unitOfWork.reading(
                        ledger -> ledger.deliveries().sent(sender, MessageType.EDOC, newest, page)),
                1);
        assertFew(
                () -> exchange.unitOfWork.reading(ledger -> ledger.deliveries()
                        .received(recipient, new ReceivedQuery(Set.of(), MessageType.EDOC, null, null, page))),
                PAGE);
    }

    /** Often enough that the driver has the server plan the statement once for all parameters. */
    private void assertFew(Supplier<List<?>> asked, int rows) throws Exception {
        int times = 20;
        long before = fetched();
        for (int i = 0; i < times; i++) {
            assertThat(asked.get()).hasSize(rows);
        }
        assertThat((fetched() - before) / times).isBetween(1L, FEW);
    }

    /** Rows that scans of these tables gave so far. A session tells its counts when it is idle, a second apart. */
    private long fetched() throws Exception {
        Thread.sleep(1_200);
        exchange.unitOfWork.reading(ledger -> ledger.agencies().list(AgencyFilter.LIVING, null, 1));
        Thread.sleep(200);
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select sum(coalesce(idx_tup_fetch, 0) + seq_tup_read) from pg_stat_user_tables
                        where schemaname = current_schema() and relname in ('dispatch', 'delivery')""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
