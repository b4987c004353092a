package vn.lienthong.exchange.application.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.agency.imports.AgencyLines;
import vn.lienthong.exchange.domain.agency.imports.DirectoryImports;
import vn.lienthong.exchange.domain.agency.imports.ImportReport;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * An operator gives the directory a file of agencies. Lines are staged while they come in, a thousand a transaction; when
 * all are there, one transaction compares them with the directory and changes all of it, or nothing. The same file again
 * changes nothing. Thread-safe.
 */
public final class ImportDirectory {
    private static final int AT_ONCE = 1000;

    /** Longer than a transfer may take: what was staged before was left by a node that is no more. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    /** One import of the whole country takes a minute; another waits for it, a third before it has a connection. */
    private final Gate gate = new Gate(2, Duration.ofMinutes(2));

    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final Clock clock;

    public ImportDirectory(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the file changed, or, where it is only tried, would change.
     *
     * @throws FailureException {@code not-permitted}, {@code directory-file-invalid} with findings, {@code overloaded} where
     *     other imports take too long
     */
    public ImportReport run(Caller operator, AgencyLines file, boolean onlyTry) {
        if (!operator.has(Role.OPERATE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.OPERATE.name()));
        }
        UUID id = ids.next();
        unitOfWork.inTransaction(ledger -> {
            ledger.directoryImports().dropStagedBefore(clock.instant().minus(LEFT_OVER));
            return id;
        });
        try {
            int lines = stage(id, file);
            return onlyTry
                    ? unitOfWork.inTransaction(ledger -> compared(ledger.directoryImports(), id))
                    : apply(operator, id, file, lines);
        } finally {
            unitOfWork.inTransaction(ledger -> {
                ledger.directoryImports().drop(id);
                return id;
            });
        }
    }

    /** The time of the changes is taken when nobody else can change anything: it was not long ago when it is seen. */
    private ImportReport apply(Caller operator, UUID id, AgencyLines file, int lines) {
        try (Gate.Pass _ = gate.enter()) {
            return unitOfWork.inTransaction(ledger -> {
                ledger.agencies().lock();
                ChangeBy by = new ChangeBy(operator.name(), clock.instant());
                ImportReport report = compared(ledger.directoryImports(), id);
                if (report.changes() > 0) {
                    ledger.directoryImports().apply(id, by);
                    note(ledger, by, file, lines, report);
                }
                return report;
            });
        }
    }

    private int stage(UUID id, AgencyLines file) {
        List<AgencyLine> some = new ArrayList<>();
        int all = 0;
        for (Optional<AgencyLine> line = file.next(); line.isPresent(); line = file.next()) {
            some.add(line.get());
            all++;
            if (some.size() == AT_ONCE) {
                stage(id, some);
                some.clear();
            }
        }
        stage(id, some);
        return all;
    }

    private void stage(UUID id, List<AgencyLine> lines) {
        unitOfWork.inTransaction(ledger -> {
            ledger.directoryImports().stage(id, lines, clock.instant());
            return id;
        });
    }

    private static ImportReport compared(DirectoryImports imports, UUID id) {
        List<Finding> findings = imports.findings(id);
        if (!findings.isEmpty()) {
            throw new FailureException(new Failure(
                    FailureCode.DIRECTORY_FILE_INVALID,
                    List.of(findings.getFirst().code()),
                    findings));
        }
        return imports.compare(id);
    }

    /** One entry for the file; what became of each agency is in its history, which is append-only too. */
    private static void note(Ledger ledger, ChangeBy by, AgencyLines file, int lines, ImportReport report) {
        TreeMap<String, String> details =
                new TreeMap<>(Map.of("file", file.digest().hex(), "lines", Integer.toString(lines)));
        report.changed().forEach((change, count) -> {
            if (count > 0) {
                details.put(change.name().toLowerCase(Locale.ROOT), Integer.toString(count));
            }
        });
        ledger.audit().append(new AuditNote(Deed.DIRECTORY_IMPORTED, by.at(), null, by.name(), null, null, details));
    }
}
