package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.agency.imports.DirectoryImports;
import vn.lienthong.exchange.domain.agency.imports.ImportReport;
import vn.lienthong.exchange.domain.failure.Finding;

/** Imports in PostgreSQL: a hundred thousand lines are compared and applied by a handful of statements. */
record JdbiDirectoryImports(Handle handle) implements DirectoryImports {
    @Override
    public void stage(UUID id, List<AgencyLine> lines, Instant at) {
        if (lines.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into agency_import_row (import, line, staged_at, id, codes, code20, name, mail, parent, code102,
                        system, closed, successor)
                    values (:import, :line, :at, :id, :codes, :code20, :name, :mail, :parent, :code102, :system, :closed,
                        :successor)""");
        for (AgencyLine line : lines) {
            Agency agency = line.agency();
            batch.bind("import", id)
                    .bind("line", line.line())
                    .bind("at", at)
                    .bind("id", agency.id().value())
                    .bindArray("codes", String.class, (Object[]) Columns.texts(codes(agency)))
                    .bind("code20", text(agency.code20().orElse(null)))
                    .bind("name", agency.name())
                    .bind("mail", agency.mail())
                    .bind("parent", text(agency.parent()))
                    .bind("code102", agency.code102())
                    .bind("system", text(agency.system()))
                    .bind("closed", line.closed())
                    .bind("successor", text(line.successor()))
                    .add();
        }
        batch.execute();
    }

    private static Set<OrganId> codes(Agency agency) {
        Set<OrganId> codes = new LinkedHashSet<>(agency.aliases());
        codes.add(agency.id());
        return codes;
    }

    @Override
    public List<Finding> findings(UUID id) {
        // Whatever the planner takes the number of lines for, it looks at them once, not once for each of them.
        // What cannot be done otherwise then looks so dear to it that it would compile it first: 3 s for one line too.
        handle.execute("set local enable_nestloop = off");
        handle.execute("set local jit = off");
        ImportStatements.RESOLVE.forEach(statement -> run(statement, id));
        List<Finding> doubled = findings(handle.createQuery(ImportStatements.DOUBLED), id);
        return doubled.isEmpty()
                ? findings(handle.createQuery(ImportStatements.FINDINGS).bind("levels", Agency.MOST_LEVELS), id)
                : doubled;
    }

    private static List<Finding> findings(Query query, UUID id) {
        return query.bind("import", id)
                .map((row, context) -> new Finding(row.getString("code"), row.getString("detail")))
                .list();
    }

    @Override
    public ImportReport compare(UUID id) {
        run(ImportStatements.COMPARE, id);
        Map<AgencyChange, Integer> changed = new EnumMap<>(AgencyChange.class);
        int[] unchanged = new int[1];
        handle.createQuery(
                        "select change, count(*) as lines from agency_import_row where import = :import group by change")
                .bind("import", id)
                .map((row, context) -> {
                    String change = row.getString("change");
                    if (change == null) {
                        unchanged[0] = row.getInt("lines");
                    } else {
                        changed.put(AgencyChange.valueOf(change), row.getInt("lines"));
                    }
                    return change;
                })
                .list();
        int notInFile =
                handle.createQuery("""
                        select count(*) from agency a where a.closed_at is null and not exists (
                            select from agency_import_row r where r.import = :import and r.target = a.id)""").bind("import", id).mapTo(int.class).one();
        List<ImportReport.Change> first = handle.createQuery("""
                        select target, change from agency_import_row where import = :import and change is not null
                        order by line limit :most""")
                .bind("import", id)
                .bind("most", ImportReport.MOST_NAMED)
                .map((row, context) -> new ImportReport.Change(
                        new OrganId(row.getString("target")), AgencyChange.valueOf(row.getString("change"))))
                .list();
        return new ImportReport(changed, unchanged[0], notInFile, first);
    }

    @Override
    public void apply(UUID id, ChangeBy by) {
        Instant stamp = handle.createQuery("select " + AgencyChanges.STAMP + " as stamp")
                .bind("at", by.at())
                .map((row, context) -> Columns.instant(row, "stamp"))
                .one();
        handle.createUpdate(ImportStatements.AGENCIES)
                .bind("import", id)
                .bind("at", stamp)
                .execute();
        run(ImportStatements.CODES, id);
        run(ImportStatements.WORDS, id);
        handle.createUpdate(ImportStatements.VERSIONS)
                .bind("import", id)
                .bind("by", by.name())
                .execute();
    }

    @Override
    public void drop(UUID id) {
        run("delete from agency_import_row where import = :import", id);
    }

    @Override
    public void dropStagedBefore(Instant time) {
        handle.createUpdate("delete from agency_import_row where staged_at < :time")
                .bind("time", time)
                .execute();
    }

    private void run(String statement, UUID id) {
        handle.createUpdate(statement).bind("import", id).execute();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
