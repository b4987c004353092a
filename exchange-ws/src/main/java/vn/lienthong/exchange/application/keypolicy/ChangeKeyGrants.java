package vn.lienthong.exchange.application.keypolicy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.GrantProposal;
import vn.lienthong.exchange.domain.keypolicy.GrantProposal.State;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Who may sign with a key. One operator takes a key away from somebody, at once and with all that stands on it; to give it
 * takes two (nguyên tắc bốn mắt). Thread-safe.
 */
public final class ChangeKeyGrants {
    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final Clock clock;

    public ChangeKeyGrants(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    /** The systems and people that may sign with the key now. */
    public List<String> holders(Caller operator, String keyAlias) {
        require(operator);
        return unitOfWork.reading(ledger -> ledger.keyGrants().holders(keyAlias));
    }

    /** The grants that wait for a second person. */
    public List<GrantProposal> proposed(Caller operator) {
        require(operator);
        return unitOfWork.reading(ledger -> ledger.keyGrants().proposed());
    }

    /**
     * The grant waits for a second person; empty if it holds already.
     *
     * @throws FailureException {@code not-found} if nobody has that name; {@code key-grant-changed} if the same waits already
     */
    public Optional<GrantProposal> ask(Caller operator, String keyAlias, String grantee) {
        require(operator);
        return unitOfWork.inTransaction(ledger -> {
            if (ledger.accounts().named(grantee).isEmpty()) {
                throw notFound("account");
            }
            if (ledger.accounts().keysOf(grantee).contains(keyAlias)) {
                return Optional.empty();
            }
            return Optional.of(
                    propose(ledger, operator.name(), keyAlias, grantee).orElseThrow(() -> changed(keyAlias)));
        });
    }

    /**
     * The same for what the directory file says, once, however often it is read: what was decided about, or waits, stays as it
     * is, and a key that was taken away is not given back.
     */
    public void proposeOnce(String proposer, String keyAlias, String grantee) {
        unitOfWork.inTransaction(ledger -> {
            boolean fresh = !ledger.keyGrants().wasDecided(keyAlias, grantee);
            return fresh && propose(ledger, proposer, keyAlias, grantee).isPresent();
        });
    }

    private Optional<GrantProposal> propose(Ledger ledger, String proposer, String keyAlias, String grantee) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        GrantProposal asked = GrantProposal.waiting(ids.next(), keyAlias, grantee, proposer, now);
        if (!ledger.keyGrants().propose(asked)) {
            return Optional.empty();
        }
        note(ledger, Deed.KEY_GRANT_PROPOSED, proposer, asked);
        return Optional.of(asked);
    }

    /**
     * The grant holds from now on.
     *
     * @throws FailureException {@code second-person-needed} if the operator proposed it, is the one who is to have the key, or
     *     is no person; {@code key-grant-changed} if it does not wait any more
     */
    public GrantProposal approve(Caller operator, UUID id) {
        require(operator);
        return unitOfWork.inTransaction(ledger -> {
            GrantProposal proposal = waiting(ledger, id);
            boolean second = operator.kind() == Caller.Kind.PERSON
                    && !proposal.proposedBy().equals(operator.name())
                    && !proposal.grantee().equals(operator.name());
            if (!second) {
                throw new FailureException(Failure.of(FailureCode.SECOND_PERSON_NEEDED, proposal.keyAlias()));
            }
            return decide(ledger, proposal, true, Deed.KEY_GRANTED, operator);
        });
    }

    /**
     * The proposal is closed, by whoever made it or by another operator.
     *
     * @throws FailureException {@code key-grant-changed} if it does not wait any more
     */
    public void reject(Caller operator, UUID id) {
        require(operator);
        unitOfWork.inTransaction(
                ledger -> decide(ledger, waiting(ledger, id), false, Deed.KEY_GRANT_REJECTED, operator));
    }

    private GrantProposal decide(Ledger ledger, GrantProposal proposal, boolean granted, Deed deed, Caller operator) {
        if (!ledger.keyGrants().decide(proposal, granted, operator.name(), clock.instant())) {
            throw changed(proposal.keyAlias());
        }
        note(ledger, deed, operator.name(), proposal);
        return ledger.keyGrants().find(proposal.id()).orElseThrow();
    }

    /**
     * That system or person signs with the key no more: what it authorised is ended, and a signature that is being made now is
     * not handed out.
     *
     * @throws FailureException {@code not-found} if it might not sign with it
     */
    public void withdraw(Caller operator, String keyAlias, String grantee) {
        require(operator);
        Instant now = clock.instant();
        unitOfWork.inTransaction(ledger -> {
            if (!ledger.keyGrants().withdraw(keyAlias, grantee, operator.name(), now)) {
                throw notFound("account");
            }
            // Whoever records a use holds its block; who comes later needs a new one, and is asked for the grant again.
            ledger.usage().closeAllOf(keyAlias);
            int ended = ledger.authorizations().end(grantee, keyAlias, now);
            note(
                    ledger,
                    Deed.KEY_GRANT_WITHDRAWN,
                    operator.name(),
                    Map.of(
                            "account", grantee,
                            "key", keyAlias,
                            "authorizations-ended", Integer.toString(ended)));
            return true;
        });
    }

    private static GrantProposal waiting(Ledger ledger, UUID id) {
        GrantProposal proposal = ledger.keyGrants().find(id).orElseThrow(() -> notFound("id"));
        if (proposal.state() != State.PROPOSED) {
            throw changed(proposal.keyAlias());
        }
        return proposal;
    }

    private static void require(Caller operator) {
        if (!operator.has(Role.OPERATE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.OPERATE.name()));
        }
    }

    private static FailureException notFound(String what) {
        return new FailureException(Failure.of(FailureCode.NOT_FOUND, what));
    }

    private static FailureException changed(String keyAlias) {
        return new FailureException(Failure.of(FailureCode.KEY_GRANT_CHANGED, keyAlias));
    }

    private void note(Ledger ledger, Deed deed, String operator, GrantProposal proposal) {
        note(
                ledger,
                deed,
                operator,
                Map.of(
                        "account", proposal.grantee(),
                        "key", proposal.keyAlias(),
                        "proposal", proposal.id().toString(),
                        "proposed-by", proposal.proposedBy()));
    }

    private void note(Ledger ledger, Deed deed, String operator, Map<String, String> details) {
        ledger.audit().append(new AuditNote(deed, clock.instant(), null, operator, null, null, new TreeMap<>(details)));
    }
}
