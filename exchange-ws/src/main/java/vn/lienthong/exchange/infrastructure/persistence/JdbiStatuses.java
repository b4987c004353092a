package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.delivery.Statuses;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** The history of business statuses in PostgreSQL. */
record JdbiStatuses(Handle handle) implements Statuses {
    private static final String SELECT =
            "select id, dispatch, party, reporter, code, description, at, recorded_at, message, late from business_status ";

    @Override
    public List<StatusEntry> lockedHistory(DispatchId dispatch, OrganId party) {
        handle.createQuery("select id from delivery where dispatch = :dispatch and recipient = :party for update")
                .bind("dispatch", dispatch.value())
                .bind("party", party.value())
                .mapTo(UUID.class)
                .list();
        return handle.createQuery(SELECT + "where dispatch = :dispatch and party = :party order by position")
                .bind("dispatch", dispatch.value())
                .bind("party", party.value())
                .map(JdbiStatuses::entry)
                .list();
    }

    @Override
    public void append(StatusEntry entry) {
        DispatchId message = entry.message();
        handle.createUpdate("""
                        insert into business_status (id, dispatch, party, reporter, code, description, at, recorded_at,
                            message, late)
                        values (:id, :dispatch, :party, :reporter, :code, :description, :at, :recordedAt,
                            cast(:message as uuid), :late)""")
                .bind("id", entry.id())
                .bind("dispatch", entry.dispatch().value())
                .bind("party", entry.party().value())
                .bind("reporter", entry.reporter().value())
                .bind("code", entry.status().code())
                .bind("description", entry.description())
                .bind("at", entry.at())
                .bind("recordedAt", entry.recordedAt())
                .bind("late", entry.late())
                .bindByType("message", message == null ? null : message.value(), UUID.class)
                .execute();
    }

    @Override
    public Optional<StatusEntry> find(UUID id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map(JdbiStatuses::entry)
                .findFirst();
    }

    @Override
    public List<StatusEntry> history(DispatchId dispatch) {
        return handle.createQuery(SELECT + "where dispatch = :dispatch order by position")
                .bind("dispatch", dispatch.value())
                .map(JdbiStatuses::entry)
                .list();
    }

    private static StatusEntry entry(ResultSet row, StatementContext context) throws SQLException {
        UUID message = row.getObject("message", UUID.class);
        return new StatusEntry(
                Columns.uuid(row, "id"),
                new DispatchId(Columns.uuid(row, "dispatch")),
                new OrganId(row.getString("party")),
                new OrganId(row.getString("reporter")),
                StatusCode.ofCode(row.getString("code")).orElseThrow(),
                row.getString("description"),
                Columns.instant(row, "at"),
                Columns.instant(row, "recorded_at"),
                message == null ? null : new DispatchId(message),
                row.getBoolean("late"));
    }
}
