package vn.lienthong.exchange.application.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.CodeScheme;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * A system registers and closes agencies below its own ({@link OwnBranch}). Harmless when repeated; each change is on the
 * audit log. Thread-safe.
 */
public final class OwnAgencies {
    /** More than the largest province has; a runaway client stops here. */
    public static final int MOST = 20_000;

    /** How long one waits for its turn, and then for the directory, which an import may hold for a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** So many wait for the directory with a connection in their hands; the pool has others to serve. */
    private static final int AT_ONCE = 4;

    private final Gate gate = new Gate(AT_ONCE, PATIENCE);
    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Authenticate authenticate;

    public OwnAgencies(UnitOfWork unitOfWork, Clock clock, Authenticate authenticate) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.authenticate = authenticate;
    }

    /**
     * The agency is as given, open, and the system acts for it.
     *
     * @throws FailureException {@code agency-not-below-yours}, {@code agencies-too-many}, {@code agency-closed} where the
     *     parent is, or it is by another's word, {@code parameter-missing} where it cannot be known,
     *     {@code parameter-invalid}, {@code overloaded}
     */
    public void register(Caller caller, Registration given) {
        inTurn(caller, ledger -> {
            AgencyDirectory agencies = ledger.agencies();
            OwnBranch branch = OwnBranch.of(agencies, caller);
            agencies.lockWithin(PATIENCE);
            AgencyRecord before = agencies.record(given.code()).orElse(null);
            requireSame(agencies, given, before);
            Agency wanted = wanted(agencies, branch, given, before);
            if (before != null && !before.closed() && before.agency().equals(wanted)) {
                return false;
            }
            if (before == null) {
                branch.requireCode(given.code());
            } else {
                branch.requireBelow(before.agency());
                requireOwnClosing(agencies, caller, before);
            }
            requireRoom(agencies, branch, before);
            agencies.put(wanted, by(caller));
            note(ledger, caller, Deed.AGENCY_REGISTERED, wanted);
            return true;
        });
    }

    /**
     * The agency is closed: it is not written to any more, and can still read what it has.
     *
     * @throws FailureException {@code not-found}, {@code agency-not-below-yours}, {@code agency-has-children},
     *     {@code overloaded}
     */
    public void close(Caller caller, OrganId code) {
        inTurn(caller, ledger -> {
            AgencyDirectory agencies = ledger.agencies();
            OwnBranch branch = OwnBranch.of(agencies, caller);
            agencies.lockWithin(PATIENCE);
            AgencyRecord before = agencies.record(code)
                    .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, code.value())));
            branch.requireBelow(before.agency());
            if (before.closed()) {
                return false;
            }
            if (agencies.hasChildren(before.agency().id())) {
                throw new FailureException(Failure.of(
                        FailureCode.AGENCY_HAS_CHILDREN, before.agency().id().value()));
            }
            agencies.close(before.agency().id(), null, by(caller));
            note(ledger, caller, Deed.AGENCY_CLOSED, before.agency());
            return true;
        });
    }

    /**
     * What a system registered it can send from at once.
     *
     * @throws FailureException {@code overloaded} where others change the directory for too long
     */
    private void inTurn(Caller caller, Predicate<Ledger> change) {
        try (Gate.Pass _ = gate.enter()) {
            if (unitOfWork.inTransaction(change::test)) {
                authenticate.forget(caller.name());
            }
        }
    }

    /** What the operator closed, or merged into another, is not opened by a system's routine. */
    private static void requireOwnClosing(AgencyDirectory agencies, Caller caller, AgencyRecord before) {
        OrganId id = before.agency().id();
        if (!before.closed()
                || before.successor() == null
                        && agencies.history(id).getLast().changedBy().equals(caller.name())) {
            return;
        }
        String closed =
                agencies.successor(id).map(successor -> id + " → " + successor).orElse(id.value());
        throw new FailureException(Failure.of(FailureCode.AGENCY_CLOSED, closed));
    }

    private static void requireSame(AgencyDirectory agencies, Registration given, @Nullable AgencyRecord before) {
        Optional<Agency> meant = given.id() == null ? Optional.empty() : agencies.find(given.id());
        if (meant.isPresent()
                && (before == null || !before.agency().id().equals(meant.get().id()))) {
            throw invalid("id");
        }
    }

    private static Agency wanted(
            AgencyDirectory agencies, OwnBranch branch, Registration given, @Nullable AgencyRecord before) {
        OrganId parent = parent(agencies, branch, given, before);
        if (before == null) {
            OrganId code = given.code();
            String code102 = CodeScheme.isQcvn102(code) ? code.value() : null;
            return new Agency(code, given.name(), given.mail(), parent, code102, List.of(), branch.system());
        }
        Agency known = before.agency();
        return new Agency(
                known.id(),
                given.name(),
                given.mail() == null ? known.mail() : given.mail(),
                parent,
                known.code102(),
                known.aliases(),
                branch.system());
    }

    /** The one that is named, or that the agency has, or the only one that the system could mean. */
    private static @Nullable OrganId parent(
            AgencyDirectory agencies, OwnBranch branch, Registration given, @Nullable AgencyRecord before) {
        if (given.parent() == null) {
            return before == null ? onlyOne(agencies, branch) : before.agency().parent();
        }
        AgencyRecord parent = agencies.record(given.parent()).orElseThrow(() -> invalid("pcode"));
        if (parent.closed()) {
            throw new FailureException(
                    Failure.of(FailureCode.AGENCY_CLOSED, parent.agency().id().value()));
        }
        OrganId id = parent.agency().id();
        if (before == null || !id.equals(before.agency().parent())) {
            branch.requireHeld(id);
        }
        return id;
    }

    /** The topmost agency of the system, if there is one alone. */
    private static OrganId onlyOne(AgencyDirectory agencies, OwnBranch branch) {
        List<OrganId> top = agencies.topmost(branch.system(), 2);
        if (top.size() != 1) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, "pcode"));
        }
        return top.getFirst();
    }

    private static void requireRoom(AgencyDirectory agencies, OwnBranch branch, @Nullable AgencyRecord before) {
        boolean another =
                before == null || !branch.system().equals(before.agency().system());
        if (another && agencies.count(branch.system()) >= MOST) {
            throw new FailureException(Failure.of(FailureCode.AGENCIES_TOO_MANY, Integer.toString(MOST)));
        }
    }

    private ChangeBy by(Caller caller) {
        return new ChangeBy(caller.name(), clock.instant());
    }

    private void note(Ledger ledger, Caller caller, Deed deed, Agency agency) {
        TreeMap<String, String> details =
                new TreeMap<>(Map.of("agency", agency.id().value()));
        if (agency.parent() != null) {
            details.put("parent", agency.parent().value());
        }
        ledger.audit()
                .append(new AuditNote(deed, clock.instant(), agency.parent(), caller.name(), null, null, details));
    }

    private static FailureException invalid(String parameter) {
        return new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, parameter));
    }
}
