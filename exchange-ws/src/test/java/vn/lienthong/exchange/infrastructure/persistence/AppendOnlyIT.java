package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** What proves something can be added to and never changed, not even by the role that owns the tables. */
class AppendOnlyIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 2);
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        exchange.sent(exchange.ministry, Messages.status(StatusCode.ARRIVED, MINISTRY, PROVINCE, PROVINCE, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit_entry",
                "audit_batch",
                "audit_link",
                "log_node",
                "business_status",
                "agency_version",
                "dispatch_change"
            })
    void refusesToDeleteAndTruncate(String table) {
        refused("delete from " + table);
        refused("truncate " + table + " cascade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set body = '{}'",
                "update audit_batch set number = 2",
                "update audit_link set batch = 2",
                "update log_node set place = 2",
                "update business_status set code = '02'",
                "update agency_version set name = 'x'"
            })
    void refusesToUpdate(String sql) {
        refused(sql);
    }

    @Test
    void refusesASecondDispatchOfOneIdentity() throws SQLException {
        assertThat(count("select count(*) from dispatch")).isEqualTo(2);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("""
                        insert into dispatch select gen_random_uuid(), message_type, sender, document_id, variant,
                            business_type, content_sha256, content_length, subject, code_number, code_notation,
                            promulgation_date, priority, accepted_at, submitted_by, channel from dispatch"""))
                .matches(e -> e.getSQLState().equals("23505"));
    }

    private static void refused(String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(sql))
                .withMessageContaining("append-only")
                .matches(e -> e.getSQLState().equals("42501"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = exchange.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
