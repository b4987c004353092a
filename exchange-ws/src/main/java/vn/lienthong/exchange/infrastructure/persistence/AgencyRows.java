package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.AgencyVersion;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;

/** Rows of the directory as values. */
final class AgencyRows {
    /** Of {@code agency a}. */
    static final String RECORD = """
            select a.id, a.name, a.mail, a.parent, a.code102, a.system, a.version, a.modified_at, a.closed_at, a.successor,
                a.code20,
                array(select c.code::text from agency_code c where c.agency = a.id and c.code <> a.id order by 1) as aliases
            from agency a\s""";

    private AgencyRows() {}

    static AgencyRecord recorded(ResultSet row, StatementContext context) throws SQLException {
        return new AgencyRecord(
                agency(row, row.getString("id")),
                row.getInt("version"),
                Columns.instant(row, "modified_at"),
                optionalInstant(row, "closed_at"),
                optionalId(row, "successor"),
                optionalId(row, "code20"));
    }

    static AgencyVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new AgencyVersion(
                row.getInt("version"),
                AgencyChange.valueOf(row.getString("change")),
                Columns.instant(row, "valid_from"),
                optionalInstant(row, "valid_until"),
                row.getString("changed_by"),
                agency(row, row.getString("agency")),
                optionalId(row, "successor"));
    }

    private static Agency agency(ResultSet row, String id) throws SQLException {
        String system = row.getString("system");
        return new Agency(
                new OrganId(id),
                row.getString("name"),
                row.getString("mail"),
                optionalId(row, "parent"),
                row.getString("code102"),
                aliases(row),
                system == null ? null : new SystemId(system));
    }

    private static List<OrganId> aliases(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("aliases").getArray())
                .map(OrganId::new)
                .sorted()
                .toList();
    }

    private static @Nullable OrganId optionalId(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new OrganId(id);
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
