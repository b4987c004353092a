package vn.lienthong.exchange.application.signing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/** Which keys a caller may sign with. Thread-safe. */
public final class GrantedKeys {
    private final UnitOfWork unitOfWork;
    private final SigningKeys keys;
    private final SigningAudit audit;

    public GrantedKeys(UnitOfWork unitOfWork, SigningKeys keys, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.audit = new SigningAudit(unitOfWork, clock);
        this.keys = keys;
    }

    /** The caller's keys by alias; none for a caller that may not sign. */
    public List<CertifiedKey> of(Caller caller) {
        if (!caller.has(Role.SIGN)) {
            return List.of();
        }
        Set<String> aliases = unitOfWork.reading(ledger -> ledger.accounts().keysOf(caller.name()));
        return aliases.stream()
                .sorted()
                .map(alias -> keys.find(new KeyAlias(alias)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The key of that name, whoever it is granted to. That somebody asked who may not sign, or for a key that is none,
     * stands in the audit log before the caller is told.
     *
     * @throws FailureException {@code not-permitted} or {@code key-unknown}
     */
    CertifiedKey named(Caller caller, KeyAlias alias) {
        if (!caller.has(Role.SIGN)) {
            throw refused(caller, alias, Failure.of(FailureCode.NOT_PERMITTED, Role.SIGN.name()));
        }
        return keys.find(alias)
                .orElseThrow(() -> refused(caller, alias, Failure.of(FailureCode.KEY_UNKNOWN, alias.value())));
    }

    /** The failure, which stands in the audit log already. */
    FailureException refused(Caller caller, KeyAlias alias, Failure failure) {
        audit.record(
                Deed.SIGNING_REFUSED,
                caller,
                Map.of("key", alias.value(), "reason", failure.code().code()));
        return new FailureException(failure);
    }
}
