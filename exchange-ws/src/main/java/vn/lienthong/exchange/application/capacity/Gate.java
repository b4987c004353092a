package vn.lienthong.exchange.application.capacity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Lets a bounded number of costly operations run at once, the longest waiting first, so that memory and processor are
 * not shared out until nothing finishes. Thread-safe.
 */
public final class Gate {
    /** What one who is told to come again waits at least, and at most: who asks for it may have a large body to send again. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private static final Duration MOST = Duration.ofMinutes(1);

    /** Slower than any signature over them is: a document that came for a minute is not sent away after seconds. */
    private static final long OCTETS_A_SECOND = 4 << 20;

    private final Semaphore places;
    /** Large bodies take one of these first, so that a place and the queue before it are left for small ones. */
    private final Semaphore large;

    private final int all;
    private final Duration patience;

    /**
     * @param places how many run at once; at least one
     * @param patience how long one waits for a place before it is told to come again
     */
    public Gate(int places, Duration patience) {
        if (places < 1) {
            throw new IllegalArgumentException("a gate has at least one place");
        }
        this.places = new Semaphore(places, true);
        this.large = new Semaphore(Math.max(1, places - 1), true);
        this.all = places;
        this.patience = patience;
    }

    /**
     * The caller has a place until it closes the pass.
     *
     * @throws FailureException with {@code overloaded} if none came free in time
     */
    public Pass enter() {
        return enter(0);
    }

    /**
     * The same for one who would have to send so many octets again: it waits longer by a second for every 4 MiB, and those
     * of more than that never have all places, nor all of the queue.
     *
     * @throws FailureException with {@code overloaded} if no place came free in time
     */
    public Pass enter(long octets) {
        long end = System.nanoTime()
                + patience.plusSeconds(octets / OCTETS_A_SECOND).toNanos();
        boolean isLarge = octets > OCTETS_A_SECOND;
        boolean entered = false;
        boolean heldLarge = false;
        try {
            heldLarge = isLarge && large.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            entered = isLarge == heldLarge && places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            if (heldLarge) {
                large.release();
            }
            throw new FailureException(Failure.retryLater(FailureCode.OVERLOADED, again()));
        }
        return isLarge ? this::leaveLarge : places::release;
    }

    private void leaveLarge() {
        places.release();
        large.release();
    }

    /**
     * When those who still wait will have had their turn, if each takes a place for as long as this one waited. Of many who
     * came at once each is told another time, so that they do not all come again at once.
     */
    private Duration again() {
        Duration turn = patience.multipliedBy(places.getQueueLength() + large.getQueueLength())
                .dividedBy(all);
        Duration atLeast = turn.compareTo(LEAST) < 0 ? LEAST : turn;
        return atLeast.compareTo(MOST) > 0 ? MOST : atLeast;
    }

    /** How many may run at once. */
    public int places() {
        return all;
    }

    /** How many run now. */
    public int taken() {
        return all - places.availablePermits();
    }

    /** How many wait for a place now. */
    public int waiting() {
        return places.getQueueLength() + large.getQueueLength();
    }

    /** A place; closed exactly once. */
    public interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
