package vn.lienthong.exchange.application.directory;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.AgencyVersion;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** The agencies that can be written to, and what became of others; open to every caller. Thread-safe. */
public final class Directory {
    private final UnitOfWork unitOfWork;

    public Directory(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Those asked for, by identifier.
     *
     * @param after the last one of the page before, or null to begin
     */
    public List<AgencyRecord> page(AgencyFilter filter, @Nullable OrganId after, int most) {
        return unitOfWork.reading(ledger -> ledger.agencies().list(filter, after, most));
    }

    /**
     * All of those asked for, by identifier, however many. They are read as they are walked through, a page at a time,
     * and nothing is held in the database between two pages: an agency that changes meanwhile is there once, in one of
     * its two forms. To be used by one thread.
     */
    public Iterator<AgencyRecord> all(AgencyFilter filter) {
        return new Pages(this, filter);
    }

    /**
     * What changed since then, or all; closed agencies too. What changes while it is walked through is left out: it has a
     * later time than all that is there, so that who asks again from the latest of these times misses nothing, however
     * long the walk took.
     */
    public Iterator<AgencyRecord> changes(@Nullable Instant since) {
        Instant until =
                unitOfWork.reading(ledger -> ledger.agencies().lastChange()).orElse(null);
        return all(AgencyFilter.changed(since, until));
    }

    /** The agency that has this identifier or alias, closed or not. */
    public Optional<AgencyRecord> find(OrganId idOrAlias) {
        return unitOfWork.reading(ledger -> ledger.agencies().record(idOrAlias));
    }

    /** What the directory said of that agency lately, the first first; empty if it is not known. */
    public List<AgencyVersion> history(OrganId idOrAlias) {
        return unitOfWork.reading(ledger -> ledger.agencies()
                .record(idOrAlias)
                .map(found -> ledger.agencies().history(found.agency().id()))
                .orElse(List.of()));
    }
}
