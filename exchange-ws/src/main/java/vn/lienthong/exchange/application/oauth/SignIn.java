package vn.lienthong.exchange.application.oauth;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Officials who sign in with a browser, by account name and access code. The code has 256 bits, so wrong ones need not
 * be counted: there is nothing by which a stranger could lock an official out. Thread-safe.
 */
public final class SignIn {
    private final UnitOfWork unitOfWork;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public SignIn(UnitOfWork unitOfWork, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.random = random;
        this.clock = clock;
    }

    /** A new session of that official; empty, the same whether the account is unknown, its code wrong, or no signer. */
    public Optional<OpaqueToken> signIn(String account, OpaqueToken accessCode) {
        return unitOfWork.inTransaction(ledger -> ledger.accounts()
                .byToken(accessCode.digest())
                .filter(SignIn::signs)
                .filter(caller -> caller.name().equals(account))
                .map(caller -> {
                    OpaqueToken session = OpaqueToken.random(random);
                    ledger.visits()
                            .putSession(
                                    session.digest(),
                                    caller.name(),
                                    clock.instant().plus(Lifetimes.SESSION));
                    return session;
                }));
    }

    /** The official who signed in with that session, as the directory knows it now. */
    public Optional<Caller> official(OpaqueToken session) {
        return unitOfWork.reading(ledger -> ledger.visits()
                .sessionAccount(session.digest(), clock.instant())
                .flatMap(ledger.accounts()::person)
                .filter(SignIn::signs));
    }

    public void signOut(OpaqueToken session) {
        unitOfWork.inTransaction(ledger -> {
            ledger.visits().dropSession(session.digest());
            return true;
        });
    }

    private static boolean signs(Caller caller) {
        return caller.kind() == Caller.Kind.PERSON && caller.has(Role.SIGN);
    }
}
