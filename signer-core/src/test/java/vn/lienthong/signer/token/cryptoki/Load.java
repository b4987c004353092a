package vn.lienthong.signer.token.cryptoki;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vn.lienthong.signer.Eventually;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.Signed;

/** Eight callers that ask for signatures one after the other until closed. */
final class Load implements AutoCloseable {
    private static final int CALLERS = 8;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong signed = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final List<Thread> callers = new ArrayList<>();

    Load(Supplier<SigningOutcome> request) {
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofPlatform().daemon().name("caller-" + i).start(() -> ask(request)));
        }
    }

    private void ask(Supplier<SigningOutcome> request) {
        while (!stopped.get()) {
            long began = System.nanoTime();
            SigningOutcome outcome = request.get();
            slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
            if (outcome instanceof Signed) {
                signed.incrementAndGet();
            } else {
                turnedAway.incrementAndGet();
                // As a client that heeds retryAfter a little: the machine's cores are for the recovery too.
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** That many more requests were answered with a signature. */
    void awaitSigned(long more) {
        long goal = signed.get() + more;
        Eventually.holds(more + " signatures", () -> signed.get() >= goal);
    }

    /** That many more requests were turned away. */
    void awaitTurnedAway(long more) {
        long goal = turnedAway.get() + more;
        Eventually.holds(more + " requests turned away", () -> turnedAway.get() >= goal);
    }

    long turnedAway() {
        return turnedAway.get();
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            for (Thread caller : callers) {
                caller.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
