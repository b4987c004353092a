package vn.lienthong.exchange.application.capability;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.lienthong.exchange.application.delivery.Authority;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.capability.Capability;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** What can be sent to an agency: asked by anybody, said by its own system. Thread-safe. */
public final class ReceiverCapabilities {
    private final UnitOfWork unitOfWork;
    private final long bodyLimit;
    private final Clock clock;

    /** @param bodyLimit the most octets of a message that this server takes, whoever it is for */
    public ReceiverCapabilities(UnitOfWork unitOfWork, long bodyLimit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.bodyLimit = bodyLimit;
        this.clock = clock;
    }

    /** What can be sent to the agency, by any of its codes; empty if it is not known. */
    public Optional<Taken> of(OrganId idOrAlias) {
        return unitOfWork.reading(ledger -> present(ledger, idOrAlias)
                .map(agency -> ledger.capabilities().of(List.of(agency)).stream()
                        .findFirst()
                        .map(said -> new Taken(said, Math.min(said.maxOctets(), bodyLimit), true))
                        .orElseGet(() -> new Taken(everything(agency), bodyLimit, false))));
    }

    /**
     * The agency's system says what it can take from now on.
     *
     * @throws FailureException {@code not-permitted} if the agency is not the caller's
     */
    public Taken say(
            Caller caller, OrganId agency, long maxOctets, Set<String> contentTypes, Set<BusinessType> businessTypes) {
        return unitOfWork.inTransaction(ledger -> {
            OrganId own = own(ledger, caller, agency);
            Capability said = new Capability(
                    own,
                    maxOctets,
                    contentTypes,
                    businessTypes,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    caller.name());
            ledger.capabilities().put(said);
            note(ledger, caller, own, Long.toString(maxOctets));
            return new Taken(said, Math.min(maxOctets, bodyLimit), true);
        });
    }

    /** The agency's system says nothing any more: it takes what this server takes. */
    public void sayNothing(Caller caller, OrganId agency) {
        unitOfWork.inTransaction(ledger -> {
            OrganId own = own(ledger, caller, agency);
            ledger.capabilities().remove(own);
            note(ledger, caller, own, "");
            return true;
        });
    }

    private static OrganId own(Ledger ledger, Caller caller, OrganId agency) {
        return Authority.agencies(ledger, caller, Set.of(agency)).stream()
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, agency.value())));
    }

    private static Optional<OrganId> present(Ledger ledger, OrganId idOrAlias) {
        return Optional.ofNullable(ledger.agencies().resolve(List.of(idOrAlias)).get(idOrAlias));
    }

    private Capability everything(OrganId agency) {
        return new Capability(
                agency,
                bodyLimit,
                Set.of(),
                Set.of(BusinessType.NEW, BusinessType.UPDATE, BusinessType.REPLACE),
                Instant.EPOCH,
                "");
    }

    private void note(Ledger ledger, Caller caller, OrganId agency, String octets) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("max-octets", octets);
        ledger.audit()
                .append(new AuditNote(
                        Deed.CAPABILITY_CHANGED, clock.instant(), agency, caller.name(), null, null, details));
    }

    /**
     * What can be sent to an agency.
     *
     * @param maxOctets the lower one of its limit and this server's
     * @param said whether its system has said so, or it is what this server takes
     */
    public record Taken(Capability capability, long maxOctets, boolean said) {}
}
