package vn.lienthong.exchange.application.signing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
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

    public GrantedKeys(UnitOfWork unitOfWork, SigningKeys keys) {
        this.unitOfWork = unitOfWork;
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
     * The key of that name, whoever it is granted to.
     *
     * @throws FailureException {@code key-unknown}
     */
    CertifiedKey named(KeyAlias alias) {
        return keys.find(alias)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.KEY_UNKNOWN, alias.value())));
    }
}
