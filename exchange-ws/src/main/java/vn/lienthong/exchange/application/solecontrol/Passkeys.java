package vn.lienthong.exchange.application.solecontrol;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.solecontrol.Commitment;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAttestation;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier.Registered;

/**
 * An official's passkeys: registered with the PIN and a one-time password, so that whoever holds an open browser alone
 * adds none. Thread-safe.
 *
 * <p>Source: docs/adr/0029.
 */
public final class Passkeys {
    /** Under what name tries on the page of passkeys are counted. */
    public static final String PAGE = "passkey-page";

    /** More than anybody keeps in order. */
    public static final int MOST = 10;

    /** While the official finds the authenticator. */
    private static final Duration NONCE = Duration.ofMinutes(10);

    private final UnitOfWork unitOfWork;
    private final FactorCheck factors;
    private final PasskeyVerifier verifier;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random fit for secrets */
    public Passkeys(
            UnitOfWork unitOfWork, FactorCheck factors, PasskeyVerifier verifier, RandomGenerator random, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.factors = factors;
        this.verifier = verifier;
        this.random = random;
        this.clock = clock;
    }

    /** The party that keys are made for. */
    public String relyingParty() {
        return verifier.relyingParty();
    }

    public List<Passkey> of(Caller official) {
        return unitOfWork.reading(ledger -> ledger.passkeys().of(official.name()));
    }

    /** Whether an application may be told a challenge for that official: it asks on pages of its own, and there are keys. */
    public boolean askedBy(OAuthClient client, Caller official) {
        return client.passkeyOrigin() != null
                && !relyingParty().isEmpty()
                && !of(official).isEmpty();
    }

    /** A new nonce of that official, good for one answer. */
    public OpaqueToken nonce(Caller official) {
        OpaqueToken nonce = OpaqueToken.random(random);
        return unitOfWork.inTransaction(ledger -> {
            ledger.passkeys()
                    .putNonce(official.name(), nonce.digest(), clock.instant().plus(NONCE));
            return nonce;
        });
    }

    /** What an authenticator signs when it makes a key for the official. */
    public static Commitment enrolment(Caller official) {
        return new Commitment(Commitment.Purpose.ENROL, List.of(official.name()));
    }

    /**
     * The key is one of the official's from now on.
     *
     * @param given PIN and one-time password
     * @throws FailureException {@code credential-locked}; {@code authentication-data-invalid}, also if the authenticator's
     *     answer is not one to the challenge
     */
    public void enrol(Caller official, String label, GivenFactors given, PasskeyAttestation attestation) {
        Optional<Registered> registered =
                verifier.register(enrolment(official).challenge(attestation.nonce()), attestation);
        boolean enrolled = factors.require(official.name(), PAGE, given, ledger -> {
            boolean answered = ledger.passkeys()
                    .useNonce(official.name(), attestation.nonce().digest(), clock.instant());
            boolean added = answered
                    && ledger.passkeys().of(official.name()).size() < MOST
                    && registered
                            .filter(key -> ledger.passkeys()
                                    .put(
                                            official.name(),
                                            new Passkey(
                                                    key.id(),
                                                    label,
                                                    key.credential(),
                                                    key.signCount(),
                                                    clock.instant())))
                            .isPresent();
            if (added) {
                note(ledger, Deed.PASSKEY_ADDED, official, registered.get().id());
            }
            return added;
        });
        // Told behind the transaction: PIN and password were right, and must not count as wrong.
        if (!enrolled) {
            throw new FailureException(Failure.of(FailureCode.AUTHENTICATION_DATA_INVALID));
        }
    }

    /** The key is none of the official's any more; nothing happens if it was not. */
    public void remove(Caller official, String id) {
        unitOfWork.inTransaction(ledger -> {
            if (ledger.passkeys().drop(official.name(), id)) {
                note(ledger, Deed.PASSKEY_REMOVED, official, id);
            }
            return true;
        });
    }

    private void note(Ledger ledger, Deed deed, Caller official, String id) {
        ledger.audit()
                .append(new AuditNote(
                        deed,
                        clock.instant(),
                        null,
                        official.name(),
                        null,
                        null,
                        new TreeMap<>(Map.of("account", official.name(), "passkey", id))));
    }
}
