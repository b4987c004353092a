package vn.lienthong.signer.token;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/**
 * A token whose sessions are borrowed for one signature each, and which outlives its device: what is lost is opened again,
 * what hangs is left behind, and while the device is down every request is answered at once.
 *
 * <p>Thread-safe. Signing never takes longer than the configured deadline; {@link #resetPin} neither.
 */
public final class TokenPool implements SigningToken {
    private final TokenDriver driver;
    private final TokenPoolConfig config;
    private final Availability availability;
    private final TokenLogin login;
    private final AtomicInteger openSessions = new AtomicInteger();
    private final Lanes lanes;
    private final Recovery recovery;

    private TokenPool(TokenDriver driver, Pin pin, TokenPoolConfig config, Clock clock) {
        this.driver = driver;
        this.config = config;
        availability = new Availability(driver.label());
        login = new TokenLogin(pin, config.deadline());
        KeyPlaces places = new KeyPlaces(config.keys());
        lanes = new Lanes(
                driver.label(),
                config,
                availability,
                () -> new PooledSession(driver, login, places, clock, config.idleCheck(), openSessions));
        recovery = new Recovery(driver, login, places, availability, lanes, config.recovery());
    }

    /**
     * The pool owns the driver and the PIN from now on. The token may be down still: {@link #health()} tells, and the pool
     * goes on trying to reach it.
     */
    public static TokenPool open(TokenDriver driver, Pin pin, TokenPoolConfig config, Clock clock) {
        TokenPool pool = new TokenPool(driver, pin, config, clock);
        pool.recovery.start();
        return pool;
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        @Nullable SigningOutcome refusal = availability.refusal();
        if (refusal != null) {
            return refusal;
        }
        if (digest.algorithm() != scheme.digest()) {
            return new Refused(RefusalReason.DIGEST_MISMATCH, scheme + " signs no " + digest.algorithm() + " digest");
        }
        SigningCall call = new SigningCall(key, scheme, digest);
        if (!lanes.offer(call)) {
            return busy("too many requests wait for a session already");
        }
        return switch (call.await(config.deadline())) {
            case ANSWERED -> call.outcome();
            case NEVER_BEGUN -> {
                lanes.withdraw(call);
                yield busy("no session came free within " + config.deadline());
            }
            case STILL_RUNNING -> {
                lanes.abandon(call);
                yield new TokenDown(
                        DownReason.DEADLINE_EXCEEDED,
                        config.recovery().probeInterval(),
                        "the device has not answered within " + config.deadline());
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
                lanes.hung(),
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
        login.close();
        driver.close();
    }
}
