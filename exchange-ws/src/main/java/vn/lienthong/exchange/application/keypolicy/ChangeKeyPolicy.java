package vn.lienthong.exchange.application.keypolicy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.KeyUsage;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion.State;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * The operators' changes to key policies. What takes something away holds at once: one person stops a key. What allows
 * more, enabling a key among it, waits for a second person (nguyên tắc bốn mắt). Thread-safe.
 */
public final class ChangeKeyPolicy {
    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final Clock clock;

    public ChangeKeyPolicy(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    /** The policy that holds, if somebody has decided about the key, and how often the key was used. */
    public Current current(Caller operator, String keyAlias) {
        require(operator);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SigningHours.VIETNAM);
        return unitOfWork.reading(ledger -> new Current(
                ledger.keyPolicies().effective(keyAlias), ledger.usage().usage(keyAlias, today)));
    }

    /** A key as it stands. */
    public record Current(Optional<PolicyVersion> policy, KeyUsage usage) {}

    /** The changes that wait for a second person. */
    public List<PolicyVersion> proposed(Caller operator) {
        require(operator);
        return unitOfWork.reading(ledger -> ledger.keyPolicies().proposed());
    }

    /**
     * The policy holds, or waits for a second person; its state says which.
     *
     * @param basedOn the version that the operator saw; null if there was none
     * @throws FailureException {@code key-policy-changed} if another one holds by now
     */
    public PolicyVersion ask(Caller operator, KeyPolicy policy, @Nullable UUID basedOn) {
        require(operator);
        Instant now = clock.instant();
        UUID id = ids.next();
        return unitOfWork.inTransaction(ledger -> {
            Optional<PolicyVersion> holds = ledger.keyPolicies().effective(policy.keyAlias());
            if (!holds.map(PolicyVersion::id).equals(Optional.ofNullable(basedOn))) {
                throw changed(policy.keyAlias());
            }
            PolicyVersion asked =
                    new PolicyVersion(id, policy, State.PROPOSED, basedOn, operator.name(), now, null, null);
            if (holds.map(v -> policy.allowsMoreThan(v.policy())).orElse(policy.enabled())) {
                ledger.keyPolicies().propose(asked);
                note(ledger, Deed.KEY_POLICY_PROPOSED, operator.name(), asked);
            } else {
                enact(ledger, operator, asked);
            }
            return read(ledger, id);
        });
    }

    /** Whether anybody has decided, or asked, about any key: only a new server has none. */
    public boolean isAnyKeyDecided() {
        return unitOfWork.reading(ledger -> ledger.keyPolicies().any());
    }

    /** The key's first policy waits for a person; nothing changes where there is a version of the key already. */
    public void proposeOnce(String proposer, KeyPolicy policy) {
        UUID id = ids.next();
        unitOfWork.inTransaction(ledger -> {
            boolean fresh = !ledger.keyPolicies().any(policy.keyAlias());
            if (fresh) {
                PolicyVersion asked =
                        new PolicyVersion(id, policy, State.PROPOSED, null, proposer, clock.instant(), null, null);
                ledger.keyPolicies().propose(asked);
                note(ledger, Deed.KEY_POLICY_PROPOSED, proposer, asked);
            }
            return fresh;
        });
    }

    /**
     * The proposal holds from now on.
     *
     * @throws FailureException {@code second-person-needed} if the operator proposed it, or is no person;
     *     {@code key-policy-changed} if it does not wait any more, or another one holds by now
     */
    public PolicyVersion approve(Caller operator, UUID id) {
        require(operator);
        return unitOfWork.inTransaction(ledger -> {
            PolicyVersion proposal = waiting(ledger, id);
            if (operator.kind() != Caller.Kind.PERSON || proposal.proposedBy().equals(operator.name())) {
                throw new FailureException(Failure.of(
                        FailureCode.SECOND_PERSON_NEEDED, proposal.policy().keyAlias()));
            }
            enact(ledger, operator, proposal);
            return read(ledger, id);
        });
    }

    /**
     * The proposal is closed, by whoever made it or by another operator.
     *
     * @throws FailureException {@code key-policy-changed} if it does not wait any more
     */
    public void reject(Caller operator, UUID id) {
        require(operator);
        unitOfWork.inTransaction(ledger -> {
            PolicyVersion proposal = waiting(ledger, id);
            if (!ledger.keyPolicies().reject(id, operator.name(), clock.instant())) {
                throw changed(proposal.policy().keyAlias());
            }
            note(ledger, Deed.KEY_POLICY_REJECTED, operator.name(), proposal);
            return true;
        });
    }

    private void enact(Ledger ledger, Caller operator, PolicyVersion version) {
        if (!ledger.keyPolicies().enact(version, operator.name(), clock.instant())) {
            throw changed(version.policy().keyAlias());
        }
        // What a node set aside under the old limits is no reason to sign on, and none to refuse under the new ones.
        ledger.usage().closeAllOf(version.policy().keyAlias());
        note(ledger, Deed.KEY_POLICY_ENACTED, operator.name(), version);
    }

    private static PolicyVersion waiting(Ledger ledger, UUID id) {
        PolicyVersion proposal = ledger.keyPolicies()
                .find(id)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, "id")));
        if (proposal.state() != State.PROPOSED) {
            throw changed(proposal.policy().keyAlias());
        }
        return proposal;
    }

    private static PolicyVersion read(Ledger ledger, UUID id) {
        return ledger.keyPolicies().find(id).orElseThrow();
    }

    private static void require(Caller operator) {
        if (!operator.has(Role.OPERATE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.OPERATE.name()));
        }
    }

    private static FailureException changed(String keyAlias) {
        return new FailureException(Failure.of(FailureCode.KEY_POLICY_CHANGED, keyAlias));
    }

    private void note(Ledger ledger, Deed deed, String operator, PolicyVersion version) {
        ledger.audit()
                .append(new AuditNote(
                        deed,
                        clock.instant(),
                        null,
                        operator,
                        null,
                        null,
                        new TreeMap<>(Map.of(
                                "key", version.policy().keyAlias(),
                                "policy", version.id().toString(),
                                "proposed-by", version.proposedBy(),
                                "says", PolicyText.of(version.policy())))));
    }
}
