package vn.lienthong.exchange.application.receipt;

import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome.Pending;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome.Ready;
import vn.lienthong.exchange.application.receipt.EvidenceOutcome.Refused;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.audit.SealedLog.LoggedEntry;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.MalformedEvidenceException;

/**
 * Hands out what proves a dispatch to anybody, without this server. Its sender and auditors get all of it; a recipient
 * gets the acceptance and what concerns its own copy. Thread-safe.
 */
public final class ProveDispatch {
    private final UnitOfWork unitOfWork;
    private final Supplier<List<X509CRL>> crls;
    private final Duration sealingInterval;
    private final Clock clock;

    /**
     * @param crls the present revocation lists of the sealer's and the TSA's issuers
     * @param sealingInterval how soon a pending entry is expected to be sealed
     */
    public ProveDispatch(UnitOfWork unitOfWork, Supplier<List<X509CRL>> crls, Duration sealingInterval, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.crls = crls;
        this.sealingInterval = sealingInterval;
        this.clock = clock;
    }

    /** Everything that is on record about the dispatch. */
    public EvidenceOutcome evidence(Caller caller, DispatchId id) {
        return prove(caller, id, entry -> true);
    }

    /**
     * That the dispatch was accepted, and nothing that came after: the same octets whenever it is asked for, while the
     * revocation lists are the same.
     */
    public EvidenceOutcome receipt(Caller caller, DispatchId id) {
        return prove(caller, id, entry -> entry.type().equals(EntryType.DISPATCH_ACCEPTED));
    }

    private EvidenceOutcome prove(Caller caller, DispatchId id, Predicate<AuditEntry> wanted) {
        EvidenceOutcome outcome = unitOfWork.reading(ledger -> {
            Optional<Predicate<AuditEntry>> visible =
                    ledger.dispatches().find(id).flatMap(dispatch -> visible(ledger, caller, dispatch));
            if (visible.isEmpty()) {
                return new Refused(Failure.of(FailureCode.NOT_FOUND, id.toString()));
            }
            return assemble(ledger, id, wanted.and(visible.get()));
        });
        if (outcome instanceof Ready) {
            note(caller, id);
        }
        return outcome;
    }

    private EvidenceOutcome assemble(Ledger ledger, DispatchId id, Predicate<AuditEntry> wanted) {
        try {
            EvidenceAssembly assembly = new EvidenceAssembly(ledger.sealedLog());
            for (LoggedEntry logged : ledger.sealedLog().about(id)) {
                AuditEntry entry = EvidenceAssembly.parse(logged);
                if (wanted.test(entry)) {
                    if (logged.waits()) {
                        return new Pending(
                                Failure.of(FailureCode.EVIDENCE_PENDING, id.toString()),
                                sealingInterval.multipliedBy(2));
                    }
                    assembly.add(logged, entry);
                }
            }
            return new Ready(assembly.file(crls.get()));
        } catch (MalformedEvidenceException e) {
            return new Refused(Failure.of(FailureCode.CONTENT_DAMAGED));
        }
    }

    private static Optional<Predicate<AuditEntry>> visible(Ledger ledger, Caller caller, Dispatch dispatch) {
        if (caller.has(Role.AUDIT) || caller.has(Role.EXCHANGE) && caller.actsFor(dispatch.sender())) {
            return Optional.of(entry -> true);
        }
        if (!caller.has(Role.EXCHANGE)) {
            return Optional.empty();
        }
        List<String> own = ledger.dispatches().recipients(dispatch.id()).keySet().stream()
                .filter(caller::actsFor)
                .map(OrganId::value)
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(entry -> entry.type().equals(EntryType.DISPATCH_ACCEPTED)
                        || own.contains(entry.details().getOrDefault("recipient", "")));
    }

    /** Not an entry about the dispatch, or reading its evidence would make it incomplete again. */
    private void note(Caller caller, DispatchId id) {
        TreeMap<String, String> details = new TreeMap<>(Map.of("dispatch", id.toString()));
        AuditNote note = new AuditNote(Deed.EVIDENCE_READ, clock.instant(), null, caller.name(), null, null, details);
        unitOfWork.inTransaction(ledger -> {
            ledger.audit().append(note);
            return true;
        });
    }
}
