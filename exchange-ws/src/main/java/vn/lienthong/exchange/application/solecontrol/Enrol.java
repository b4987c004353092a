package vn.lienthong.exchange.application.solecontrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.solecontrol.Enrolment;
import vn.lienthong.exchange.domain.solecontrol.PinHash;
import vn.lienthong.exchange.domain.solecontrol.PinHasher;
import vn.lienthong.exchange.domain.solecontrol.SigningFactors;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;

/**
 * How an official comes to a PIN and one-time passwords that the operator never sees: the operator opens an enrolment
 * and hands over its code; the official, signed in, chooses a PIN with it and is shown the secret of the one-time
 * passwords; the first of these confirms. Only then the new factors hold, and what was counted against the old ones is
 * forgotten. Thread-safe.
 */
public final class Enrol {
    private static final Duration OPEN_FOR = Duration.ofHours(24);
    /** A telephone whose clock is wrong is wrong every time. */
    private static final int TRIES = 5;

    private final UnitOfWork unitOfWork;
    private final PinHasher hasher;
    private final Gate gate;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public Enrol(UnitOfWork unitOfWork, PinHasher hasher, Gate gate, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.hasher = hasher;
        this.gate = gate;
        this.random = random;
        this.clock = clock;
    }

    /** What the operator hands over. */
    public record Opened(OpaqueToken code, Instant expiresAt) {}

    /**
     * The official may choose factors for a day.
     *
     * @throws FailureException {@code not-permitted} if the caller is no operator; {@code not-found} if there is no such
     *     person, or one who does not sign
     */
    public Opened open(Caller operator, String account) {
        if (!operator.has(Role.OPERATE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.OPERATE.name()));
        }
        Opened opened = new Opened(OpaqueToken.random(random), clock.instant().plus(OPEN_FOR));
        return unitOfWork.inTransaction(ledger -> {
            if (ledger.accounts()
                    .person(account)
                    .filter(person -> person.has(Role.SIGN))
                    .isEmpty()) {
                throw new FailureException(Failure.of(FailureCode.NOT_FOUND, "name"));
            }
            ledger.factors().put(new Enrolment(account, opened.code().digest(), opened.expiresAt(), 0, null));
            note(ledger, Deed.ENROLMENT_OPENED, operator.name(), account);
            return opened;
        });
    }

    /**
     * The PIN is chosen; the result makes the one-time passwords and is shown this once.
     *
     * @throws FailureException {@code enrolment-invalid} or {@code pin-not-acceptable}
     */
    public TotpSecret choose(Caller official, OpaqueToken code, SigningPin pin) {
        if (!SigningPin.isAcceptable(pin.digits())) {
            throw new FailureException(Failure.of(FailureCode.PIN_NOT_ACCEPTABLE));
        }
        unitOfWork.inTransaction(ledger -> valid(ledger, official, code));
        PinHash hash = hashed(pin);
        TotpSecret secret = TotpSecret.random(random);
        return unitOfWork.inTransaction(ledger -> {
            Enrolment enrolment = valid(ledger, official, code);
            ledger.factors()
                    .put(new Enrolment(
                            official.name(),
                            enrolment.code(),
                            enrolment.expiresAt(),
                            enrolment.tries(),
                            new SigningFactors(hash, secret, 0)));
            return secret;
        });
    }

    /**
     * What was chosen holds.
     *
     * @throws FailureException {@code enrolment-invalid}; {@code authentication-data-invalid} if the password is wrong
     */
    public void confirm(Caller official, OpaqueToken code, String oneTimePassword) {
        boolean confirmed = unitOfWork.inTransaction(ledger -> {
            Enrolment enrolment = valid(ledger, official, code);
            @Nullable SigningFactors chosen = enrolment.chosen();
            if (chosen == null) {
                throw invalid();
            }
            OptionalLong step = chosen.totp().matchingStep(oneTimePassword, clock.instant());
            if (step.isEmpty()) {
                ledger.factors()
                        .put(new Enrolment(
                                official.name(),
                                enrolment.code(),
                                enrolment.expiresAt(),
                                enrolment.tries() + 1,
                                chosen));
                return false;
            }
            ledger.factors().put(official.name(), new SigningFactors(chosen.pin(), chosen.totp(), step.getAsLong()));
            ledger.factors().dropEnrolment(official.name());
            note(ledger, Deed.FACTORS_ENROLLED, official.name(), official.name());
            return true;
        });
        if (!confirmed) {
            throw new FailureException(Failure.of(FailureCode.AUTHENTICATION_DATA_INVALID));
        }
    }

    private Enrolment valid(Ledger ledger, Caller official, OpaqueToken code) {
        return ledger.factors()
                .enrolment(official.name())
                .filter(enrolment -> enrolment.code().equals(code.digest()))
                .filter(enrolment -> enrolment.expiresAt().isAfter(clock.instant()))
                .filter(enrolment -> enrolment.tries() < TRIES)
                .filter(enrolment -> official.kind() == Caller.Kind.PERSON && official.has(Role.SIGN))
                .orElseThrow(Enrol::invalid);
    }

    private PinHash hashed(SigningPin pin) {
        try (Gate.Pass _ = gate.enter()) {
            return hasher.hash(pin);
        }
    }

    private static FailureException invalid() {
        return new FailureException(Failure.of(FailureCode.ENROLMENT_INVALID));
    }

    private void note(Ledger ledger, Deed deed, String actor, String account) {
        ledger.audit()
                .append(new AuditNote(
                        deed, clock.instant(), null, actor, null, null, new TreeMap<>(Map.of("account", account))));
    }
}
