package vn.lienthong.exchange.application.directory;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** The agencies that can be written to; open to every caller. Thread-safe. */
public final class Directory {
    private final UnitOfWork unitOfWork;

    public Directory(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Every agency, by identifier. */
    public List<Agency> agencies() {
        return unitOfWork.reading(ledger -> ledger.agencies().all());
    }

    /** The agency that has this identifier or alias. */
    public Optional<Agency> find(OrganId idOrAlias) {
        return unitOfWork.reading(ledger -> {
            AgencyDirectory agencies = ledger.agencies();
            return agencies.find(idOrAlias);
        });
    }
}
