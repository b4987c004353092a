package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/** Whether the token can be asked at all now, and what to answer at once if not. Thread-safe. */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private sealed interface State {}

    /** @param epoch counts the recoveries */
    private record Up(long epoch) implements State {}

    /** @param nextTry on the scale of {@link System#nanoTime()} */
    private record Down(DownReason reason, String detail, long nextTry) implements State {}

    private record PinRefused(String detail) implements State {}

    private record Closed() implements State {}

    private final String label;
    private final AtomicReference<State> state;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong epochs = new AtomicLong();
    private volatile boolean proven;

    Availability(String label) {
        this.label = label;
        this.state = new AtomicReference<>(new Down(DownReason.DEVICE_LOST, "not reached yet", System.nanoTime()));
    }

    /** What every request is answered now; null = the device may be asked. */
    @Nullable SigningOutcome refusal() {
        return switch (state.get()) {
            case Up(long _) -> null;
            case Down(DownReason reason, String detail, long nextTry) ->
                new TokenDown(reason, Duration.ofNanos(Math.max(1_000_000, nextTry - System.nanoTime())), detail);
            case PinRefused(String detail) -> new Refused(RefusalReason.PIN_REFUSED, detail);
            case Closed() -> new TokenDown(DownReason.CLOSED, Duration.ZERO, "the pool was closed");
        };
    }

    /** What runs each time when requests begin to be turned away, on the thread that found it out. */
    void whenTurnedAway(Runnable listener) {
        listeners.add(listener);
    }

    /** A request was answered with a signature: the device does what it is for. */
    void proven() {
        if (!proven) {
            proven = true;
        }
    }

    /** Whether a request was answered with a signature since the last recovery. */
    boolean isProven() {
        return proven;
    }

    boolean isUp() {
        return state.get() instanceof Up;
    }

    boolean isDown() {
        return state.get() instanceof Down;
    }

    boolean isClosed() {
        return state.get() instanceof Closed;
    }

    /** The number of the period in which the token is up; -1 while it is not. */
    long epoch() {
        return state.get() instanceof Up(long epoch) ? epoch : -1;
    }

    /** Requests are turned away from now on, unless the device came back since the period in which this was found out. */
    void lost(long epoch, DownReason reason, String detail) {
        State now = state.get();
        if (now instanceof Up(long current)
                && current == epoch
                && state.compareAndSet(now, new Down(reason, detail, System.nanoTime()))) {
            LOG.warn("token {} is down: {}", label, detail);
            listeners.forEach(Runnable::run);
        }
    }

    /** The token is still down for the same reason, and will be tried again after that delay. */
    void retryIn(Duration delay) {
        if (state.get() instanceof Down down) {
            state.compareAndSet(down, new Down(down.reason, down.detail, System.nanoTime() + delay.toNanos()));
        }
    }

    /** The token is still down, now for this reason, and will be tried again after that delay. */
    void stillDown(String detail, Duration delay) {
        if (state.get() instanceof Down down) {
            state.compareAndSet(down, new Down(down.reason, detail, System.nanoTime() + delay.toNanos()));
        }
    }

    /** Requests are let in again, if they were turned away for the device's sake. */
    void recovered() {
        proven = false;
        if (state.get() instanceof Down down && state.compareAndSet(down, new Up(epochs.incrementAndGet()))) {
            LOG.info("token {} is up", label);
        }
    }

    /** Every request is refused until an operator gives another PIN. */
    void pinRefused(String detail) {
        State before = state.getAndUpdate(s -> s instanceof Closed ? s : new PinRefused(detail));
        if (!(before instanceof PinRefused) && !(before instanceof Closed)) {
            LOG.error("token {} refuses its PIN: {}; it is not tried again until another is set", label, detail);
            listeners.forEach(Runnable::run);
        }
    }

    /** The token may be tried again with a new PIN. */
    void pinReset() {
        if (state.get() instanceof PinRefused refused) {
            state.compareAndSet(refused, new Down(DownReason.DEVICE_LOST, "a new PIN was set", System.nanoTime()));
            listeners.forEach(Runnable::run);
        }
    }

    void close() {
        state.set(new Closed());
        listeners.forEach(Runnable::run);
    }

    /** One sentence for operators. */
    String detail() {
        return switch (state.get()) {
            case Up(long _) -> "signs";
            case Down(DownReason reason, String detail, long _) -> reason + ": " + detail;
            case PinRefused(String detail) -> "PIN refused: " + detail;
            case Closed() -> "closed";
        };
    }
}
