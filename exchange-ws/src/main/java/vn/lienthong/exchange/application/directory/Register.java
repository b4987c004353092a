package vn.lienthong.exchange.application.directory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/**
 * The operator's registrations. Each is idempotent: what is there already becomes as given, and the
 * audit log notes what changed. Thread-safe.
 *
 * <p>Throws {@code FailureException} with {@code parameter-invalid} if an identifier, alias or token is another's.
 */
public final class Register {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public Register(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public void system(String operator, ConnectedSystem system) {
        record(
                operator,
                Deed.SYSTEM_REGISTERED,
                Map.of("system", system.id().value()),
                ledger -> ledger.accounts().put(system));
    }

    public void agency(String operator, Agency agency) {
        record(operator, Deed.AGENCY_REGISTERED, Map.of("agency", agency.id().value()), ledger -> {
            ledger.agencies().lock();
            return ledger.agencies().put(agency, new ChangeBy(operator, clock.instant()));
        });
    }

    /** The same, but what is not given stays as it is, and an agency that was closed stays closed. */
    public void agencyAsFarAsGiven(String operator, Agency given) {
        record(operator, Deed.AGENCY_REGISTERED, Map.of("agency", given.id().value()), ledger -> {
            AgencyDirectory agencies = ledger.agencies();
            agencies.lock();
            Optional<AgencyRecord> before = agencies.record(given.id())
                    .filter(found -> found.agency().id().equals(given.id()));
            if (before.isPresent() && before.get().closed()) {
                return false;
            }
            Agency wanted = before.map(found -> given.over(found.agency())).orElse(given);
            return agencies.put(wanted, new ChangeBy(operator, clock.instant()));
        });
    }

    public void person(String operator, Person person) {
        record(
                operator,
                Deed.ACCOUNT_REGISTERED,
                Map.of("account", person.account()),
                ledger -> ledger.accounts().put(person));
    }

    public void client(String operator, OAuthClient client) {
        record(
                operator,
                Deed.CLIENT_REGISTERED,
                Map.of("application", client.id()),
                ledger -> ledger.clients().put(client));
    }

    /** The system or person of that name may sign with that key. */
    public void keyGrant(String operator, String name, String keyAlias) {
        record(
                operator,
                Deed.KEY_GRANTED,
                Map.of("account", name, "key", keyAlias),
                ledger -> ledger.accounts().grantKey(name, keyAlias));
    }

    /** Each key has its policy, or, where the server stops in between, none has: it would not be a new server's any more. */
    public void firstKeyPolicies(String operator, IdSource ids, List<KeyPolicy> policies) {
        unitOfWork.inTransaction(ledger -> {
            policies.forEach(policy -> firstKeyPolicy(ledger, operator, ids.next(), policy));
            return true;
        });
    }

    /** The key has that policy if nobody has decided about it, or asked to: later changes are the operators', two at a time. */
    public void firstKeyPolicy(String operator, UUID id, KeyPolicy policy) {
        unitOfWork.inTransaction(ledger -> firstKeyPolicy(ledger, operator, id, policy));
    }

    private boolean firstKeyPolicy(Ledger ledger, String operator, UUID id, KeyPolicy policy) {
        PolicyVersion first = new PolicyVersion(
                id, policy, PolicyVersion.State.PROPOSED, null, operator, clock.instant(), null, null);
        return record(
                ledger,
                operator,
                Deed.KEY_POLICY_ENACTED,
                Map.of("key", policy.keyAlias(), "policy", id.toString(), "proposed-by", operator),
                !ledger.keyPolicies().any(policy.keyAlias())
                        && ledger.keyPolicies().enact(first, operator, clock.instant()));
    }

    private void record(String operator, Deed deed, Map<String, String> details, Predicate<Ledger> change) {
        unitOfWork.inTransaction(ledger -> record(ledger, operator, deed, details, change.test(ledger)));
    }

    private boolean record(Ledger ledger, String operator, Deed deed, Map<String, String> details, boolean changed) {
        if (changed) {
            ledger.audit()
                    .append(new AuditNote(deed, clock.instant(), null, operator, null, null, new TreeMap<>(details)));
        }
        return changed;
    }
}
