package vn.lienthong.signer.token;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/**
 * A token whose sessions are borrowed for one signature each, and which outlives its device: what is lost is opened again,
 * what hangs is left behind, and while the device is down every request is answered at once.
 *
 * <p>Thread-safe. Signing never takes longer than the configured deadline; {@link #resetPin} neither. The one exception is
 * chosen by configuration: up to {@link TokenPoolConfig#directCalls()} callers at once enter the device on their own threads.
 */
public final class TokenPool implements SigningToken {
    /** Digests of a batch in one stay in the device: what its start costs is lost among them, and others wait little. */
    private static final int MOST_AT_ONCE = 64;

    private final TokenDriver driver;
    private final TokenPoolConfig config;
    private final Availability availability;
    private final TokenLogin login;
    private final AtomicInteger openSessions = new AtomicInteger();
    private final Lanes lanes;
    private final DirectSeats seats;
    private final Recovery recovery;

    private TokenPool(TokenDriver driver, Pin pin, PinMemory memory, TokenPoolConfig config, Clock clock) {
        this.driver = driver;
        this.config = config;
        availability = new Availability(driver.label());
        login = new TokenLogin(pin, memory, config.deadline());
        KeyPlaces places = new KeyPlaces(config.keys());
        Supplier<PooledSession> sessions =
                () -> new PooledSession(driver, login, places, clock, config.idleCheck(), openSessions);
        lanes = new Lanes(driver.label(), config, availability, sessions);
        seats = new DirectSeats(driver.label(), config, availability, sessions);
        recovery = new Recovery(driver, login, places, availability, lanes, config.recovery());
    }

    /**
     * The pool owns the driver and the PIN from now on. The token may be down still: {@link #health()} tells, and the pool
     * goes on trying to reach it.
     */
    public static TokenPool open(TokenDriver driver, Pin pin, TokenPoolConfig config, Clock clock) {
        return open(driver, pin, PinMemory.NONE, config, clock);
    }

    /** The same; a PIN that the token refused before, in another process too, is not tried again. */
    public static TokenPool open(TokenDriver driver, Pin pin, PinMemory memory, TokenPoolConfig config, Clock clock) {
        TokenPool pool = new TokenPool(driver, pin, memory, config, clock);
        pool.recovery.start();
        return pool;
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        return sign(key, scheme, new SigningInput.OfDigest(digest));
    }

    @Override
    public SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        if (scheme.isOverMessage() && message.length > LONGEST_MESSAGE) {
            return new Refused(
                    SigningOutcome.RefusalReason.DIGEST_MISMATCH,
                    scheme + " signs at most " + LONGEST_MESSAGE + " octets");
        }
        return sign(key, scheme, SigningInput.of(scheme, message));
    }

    private SigningOutcome sign(KeyAlias key, SignatureScheme scheme, SigningInput input) {
        @Nullable SigningOutcome refusal = availability.refusal();
        if (refusal != null) {
            return refusal;
        }
        if (!input.fits(scheme)) {
            return Refused.mismatch(scheme, input);
        }
        @Nullable SigningOutcome direct = seats.sign(key, scheme, input.octets());
        return direct != null
                ? direct
                : run(new SigningCall(key, scheme, List.of(input))).getFirst();
    }

    /** As {@link SigningToken#signAll} says; a lane takes {@value #MOST_AT_ONCE} digests, and others get their turn in between. */
    @Override
    public List<SigningOutcome> signAll(KeyAlias key, SignatureScheme scheme, List<Digest> digests) {
        if (digests.size() == 1) {
            // is no batch, and may be made without a lane
            return List.of(sign(key, scheme, digests.getFirst()));
        }
        List<SigningInput> inputs =
                digests.stream().<SigningInput>map(SigningInput.OfDigest::new).toList();
        List<SigningOutcome> outcomes = new ArrayList<>(digests.size());
        @Nullable SigningOutcome rest = availability.refusal();
        while (rest == null && outcomes.size() < digests.size()) {
            int from = outcomes.size();
            int to = Math.min(digests.size(), from + MOST_AT_ONCE);
            outcomes.addAll(run(new SigningCall(key, scheme, inputs.subList(from, to))));
            rest = outcomes.getLast() instanceof TokenDown down ? down : null;
        }
        while (rest != null && outcomes.size() < digests.size()) {
            outcomes.add(rest);
        }
        return List.copyOf(outcomes);
    }

    private List<SigningOutcome> run(SigningCall call) {
        if (!lanes.offer(call)) {
            return call.outcomes(busy("too many requests wait for a session already"));
        }
        return switch (call.await(config.deadline())) {
            case ANSWERED -> call.outcomes();
            case NEVER_BEGUN -> {
                lanes.withdraw(call);
                yield call.outcomes(busy("no session came free within " + config.deadline()));
            }
            case STILL_RUNNING -> {
                lanes.abandon(call);
                yield call.outcomes(new TokenDown(
                        DownReason.DEADLINE_EXCEEDED,
                        config.recovery().probeInterval(),
                        "the device has not answered within " + config.deadline()));
            }
        };
    }

    private TokenDown busy(String detail) {
        return new TokenDown(DownReason.BUSY, Duration.ofSeconds(1), detail);
    }

    /**
     * The pool logs in with that PIN from now on, and owns it; the former is overwritten. The only way out of a refused PIN
     * besides a new pool.
     *
     * @throws TokenFault of kind {@link FaultKind#DEVICE_LOST} if a login hangs in the device
     */
    public void resetPin(Pin pin) throws TokenFault {
        login.reset(pin);
        availability.pinReset();
    }

    @Override
    public TokenHealth health() {
        return new TokenHealth(
                driver.label(),
                availability.isUp(),
                openSessions.get(),
                lanes.busy(),
                lanes.hung() + seats.overdue(),
                availability.detail());
    }

    @Override
    public void close() {
        if (availability.isClosed()) {
            return;
        }
        availability.close();
        recovery.close();
        lanes.close(config.recovery().drain());
        seats.close();
        login.close();
        driver.close();
    }
}
