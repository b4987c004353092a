package vn.lienthong.exchange.application.solecontrol;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.solecontrol.Attempts;
import vn.lienthong.exchange.domain.solecontrol.Factor;
import vn.lienthong.exchange.domain.solecontrol.FactorLedger;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAssertion;
import vn.lienthong.exchange.domain.solecontrol.PasskeyTerms;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier;
import vn.lienthong.exchange.domain.solecontrol.PinHash;
import vn.lienthong.exchange.domain.solecontrol.PinHasher;
import vn.lienthong.exchange.domain.solecontrol.SigningFactors;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;

/**
 * Whether it is the official who wants a signature. Both factors are always looked at, and the answer does not say which
 * was wrong; a try counts before it is looked at, so many at once are no more than many one by one. It is asked only
 * about an official who has signed in, or who let the application that asks act: nobody else can use up the tries, and
 * an application can use up its own alone. Thread-safe; no transaction is open while a PIN is hashed.
 */
public final class FactorCheck {
    private final UnitOfWork unitOfWork;
    private final PinHasher hasher;
    private final PasskeyVerifier verifier;
    private final Gate gate;
    private final Clock clock;
    private final PinHash nobodys;

    /** @param gate bounds how many PINs are hashed at once, since each takes memory */
    public FactorCheck(UnitOfWork unitOfWork, PinHasher hasher, PasskeyVerifier verifier, Gate gate, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.verifier = verifier;
        this.gate = gate;
        this.clock = clock;
        // What is compared with where an official has no factors: it takes as long, and no PIN can be this one.
        this.nobodys = hasher.hash(new SigningPin("-"));
    }

    /**
     * The result of {@code then}, which happens in the transaction that uses up the one-time password, and only if both
     * factors are right.
     *
     * @param application the id of the client, or the name of a door of the server's own
     * @throws FailureException {@code credential-locked} or {@code authentication-data-invalid}
     */
    public <T> T require(String account, String application, GivenFactors given, Function<Ledger, T> then) {
        return require(account, application, given, Optional.empty(), then);
    }

    /**
     * The same, where a passkey may stand in for the one-time password.
     *
     * @param terms what the passkey's answer has to be
     */
    public <T> T require(
            String account, String application, GivenFactors given, PasskeyTerms terms, Function<Ledger, T> then) {
        return require(account, application, given, Optional.of(terms), then);
    }

    private <T> T require(
            String account,
            String application,
            GivenFactors given,
            Optional<PasskeyTerms> terms,
            Function<Ledger, T> then) {
        Optional<SigningFactors> factors;
        boolean pinRight;
        try (Gate.Pass _ = gate.enter()) {
            factors = charge(account, application, given.second());
            pinRight =
                    hasher.matches(given.pin(), factors.map(SigningFactors::pin).orElse(nobodys))
                            && factors.isPresent();
        }
        SecondProof second = given.passkey()
                .map(assertion -> passkey(account, assertion, terms))
                .orElseGet(() -> password(factors, given));
        Optional<T> done = unitOfWork.inTransaction(ledger -> {
            boolean right = hold(ledger, account, factors)
                    && settle(ledger, account, application, pinRight, second, given.second());
            if (!right) {
                note(ledger, account, application, FailureCode.AUTHENTICATION_DATA_INVALID);
                return Optional.<T>empty();
            }
            return Optional.of(then.apply(ledger));
        });
        return done.orElseThrow(() -> new FailureException(Failure.of(FailureCode.AUTHENTICATION_DATA_INVALID)));
    }

    private SecondProof password(Optional<SigningFactors> factors, GivenFactors given) {
        OptionalLong step = factors.map(f -> f.totp().matchingStep(given.oneTimePassword(), clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent() ? new SecondProof.OfStep(step.getAsLong()) : new SecondProof.Wrong();
    }

    private SecondProof passkey(String account, PasskeyAssertion assertion, Optional<PasskeyTerms> terms) {
        Optional<Passkey> known = unitOfWork.reading(ledger -> ledger.passkeys().of(account).stream()
                .filter(passkey -> passkey.id().equals(assertion.credentialId()))
                .findFirst());
        if (known.isEmpty() || terms.isEmpty()) {
            return new SecondProof.Wrong();
        }
        OptionalLong count = verifier.verify(
                known.get(),
                terms.get().commitment().challenge(assertion.nonce()),
                assertion,
                terms.get().origin());
        return count.isPresent()
                ? new SecondProof.OfPasskey(
                        assertion.credentialId(), assertion.nonce().digest(), count.getAsLong())
                : new SecondProof.Wrong();
    }

    private boolean permits(FactorLedger ledger, String account, String application, Factor second) {
        Instant now = clock.instant();
        boolean permitted = true;
        for (Factor factor : List.of(Factor.PIN, second)) {
            permitted &= ledger.attempts(account, factor, application).permit(now);
        }
        return permitted;
    }

    private Optional<SigningFactors> charge(String account, String application, Factor second) {
        Instant now = clock.instant();
        boolean permitted = unitOfWork.inTransaction(ledger -> {
            FactorLedger factors = ledger.factors();
            if (!permits(factors, account, application, second)) {
                note(ledger, account, application, FailureCode.CREDENTIAL_LOCKED);
                return false;
            }
            for (Factor factor : List.of(Factor.PIN, second)) {
                Attempts before = factors.attempts(account, factor, application);
                factors.put(account, factor, application, before.failed(now));
            }
            return true;
        });
        if (!permitted) {
            throw new FailureException(Failure.of(FailureCode.CREDENTIAL_LOCKED));
        }
        return unitOfWork.reading(ledger -> ledger.factors().of(account));
    }

    /** The official may have enrolled anew since they were looked at: then neither is right, and nothing is forgotten. */
    private static boolean hold(Ledger ledger, String account, Optional<SigningFactors> looked) {
        Optional<SigningFactors> now = ledger.factors().locked(account);
        return looked.isEmpty() && now.isEmpty()
                || now.isPresent() && looked.filter(now.get()::areThoseOf).isPresent();
    }

    /** What was right is no longer counted; the second factor is used up only together with the right PIN. */
    private boolean settle(
            Ledger ledger, String account, String application, boolean pinRight, SecondProof proof, Factor second) {
        boolean right = pinRight && proof.use(ledger, account, clock.instant());
        if (pinRight) {
            ledger.factors().put(account, Factor.PIN, application, Attempts.NONE);
        }
        // With the PIN wrong nobody can say whether it was used before; it counts as right then.
        if (right || !pinRight && proof.isRight()) {
            ledger.factors().put(account, second, application, Attempts.NONE);
        }
        return right;
    }

    private void note(Ledger ledger, String account, String application, FailureCode reason) {
        ledger.audit()
                .append(new AuditNote(
                        Deed.AUTHORIZATION_REFUSED,
                        clock.instant(),
                        null,
                        account,
                        null,
                        null,
                        new TreeMap<>(Map.of("application", application, "reason", reason.code()))));
    }
}
