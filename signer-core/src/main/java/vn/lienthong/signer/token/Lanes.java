package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.SigningOutcome.DownReason;

/**
 * The threads that enter the device, and the calls that wait for one of them. A thread that does not come back is replaced
 * up to a number; beyond it the token counts as down. Thread-safe.
 */
final class Lanes {
    /** Threads left inside the device at most, as a multiple of the calls that may hang before the token is down. */
    private static final int ABANDONED_FACTOR = 4;

    private final Availability availability;
    private final Supplier<PooledSession> sessions;
    private final BlockingQueue<SigningCall> waiting;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger live = new AtomicInteger();
    /** Lanes that have no call at hand. */
    private final AtomicInteger free = new AtomicInteger();

    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger hung = new AtomicInteger();
    private final TokenPoolConfig config;
    private final String name;
    private final AtomicInteger limit;
    private volatile int allowance;

    Lanes(String label, TokenPoolConfig config, Availability availability, Supplier<PooledSession> sessions) {
        this.name = "token-" + label;
        this.config = config;
        this.availability = availability;
        this.sessions = sessions;
        this.waiting = new LinkedBlockingQueue<>(config.maxWaiting());
        this.limit = new AtomicInteger(config.maxSessions());
        this.allowance = config.maxHungCalls();
        availability.whenTurnedAway(this::flush);
    }

    /** Whether the call waits for a lane now; not, if too many wait already. */
    boolean offer(SigningCall call) {
        if (!waiting.offer(call)) {
            return false;
        }
        if (free.get() < waiting.size()) {
            startOne();
        }
        if (!availability.isUp()) {
            flush();
        }
        return true;
    }

    /** The next call for the lane that asks, begun for its thread; null when the pool closes. */
    @Nullable SigningCall next() {
        try {
            while (!availability.isClosed()) {
                SigningCall call = waiting.take();
                if (call.begin()) {
                    return call;
                }
            }
            return null;
        } catch (InterruptedException e) {
            // The pool closes. The thread ends and takes the interrupt with it: its session is still to be closed.
            return null;
        } finally {
            free.decrementAndGet();
        }
    }

    /**
     * The call's caller has its answer, or left; {@code rest} is for the digests that have none of their own. Whether the lane goes on; not, if it was replaced meanwhile. It counts as free
     * before the caller wakes, whose next call would else start another.
     */
    boolean answer(SigningCall call, @Nullable SigningOutcome rest) {
        free.incrementAndGet();
        boolean goesOn = (rest == null ? call.answer() : call.answer(rest)) || call.settle();
        if (!goesOn) {
            free.decrementAndGet();
        }
        return goesOn;
    }

    void enter() {
        busy.incrementAndGet();
    }

    void leave() {
        busy.decrementAndGet();
    }

    private void startOne() {
        int running = live.get();
        while (running < limit.get() && hung.get() < allowance) {
            if (live.compareAndSet(running, running + 1)) {
                Lane lane = new Lane(this, availability, sessions.get());
                Thread thread = Thread.ofPlatform()
                        .name(name)
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .unstarted(lane);
                free.incrementAndGet();
                threads.add(thread);
                thread.start();
                return;
            }
            running = live.get();
        }
    }

    /**
     * The device gives this lane no session: whether the call waits for one of the others now, and the lane may end. From
     * then on there are no more lanes than got a session, until the device was lost and found again.
     */
    boolean shrink(SigningCall call) {
        int others = live.get() - 1;
        if (others < 1 || !call.requeue() || !waiting.offer(call)) {
            return false;
        }
        limit.accumulateAndGet(others, Math::min);
        return true;
    }

    /**
     * Whether the call, which has digests left, waits again behind those that wait already, and its lane is free for the first
     * of these; not, if nobody waits, or the caller left.
     */
    boolean passOn(SigningCall call) {
        if (waiting.isEmpty() || !call.requeue()) {
            return false;
        }
        free.incrementAndGet();
        if (waiting.offer(call)) {
            return true;
        }
        free.decrementAndGet();
        // So many wait that there is no room for one more: it goes on where it is, if its caller has not left just now.
        call.begin();
        return false;
    }

    /** The call's caller left before a lane began it. */
    void withdraw(SigningCall call) {
        waiting.remove(call);
    }

    /** The call's caller left while a lane was inside the device with it. */
    void abandon(SigningCall call) {
        if (!call.settle()) {
            return;
        }
        @Nullable Thread runner = call.runner();
        if (runner != null) {
            threads.remove(runner);
        }
        live.decrementAndGet();
        if (hung.incrementAndGet() >= allowance) {
            availability.lost(
                    availability.epoch(),
                    DownReason.DEADLINE_EXCEEDED,
                    hung.get() + " calls have not returned from the device");
        } else if (!waiting.isEmpty()) {
            startOne();
        }
    }

    /** The lane of this thread is no more. */
    void ended(boolean givenUp) {
        threads.remove(Thread.currentThread());
        (givenUp ? hung : live).decrementAndGet();
    }

    /** Whether as many more calls may hang as at the beginning, before the token counts as down again. */
    boolean allowMore() {
        int most = config.maxHungCalls() * ABANDONED_FACTOR;
        int now = hung.get();
        limit.set(config.maxSessions());
        allowance = Math.min(most, now + config.maxHungCalls());
        return now < most;
    }

    /** Calls that wait are answered what every call is answered now. */
    private void flush() {
        @Nullable SigningOutcome refusal = availability.refusal();
        if (refusal == null) {
            return;
        }
        @Nullable SigningCall call = waiting.poll();
        while (call != null) {
            call.answer(refusal);
            call = waiting.poll();
        }
    }

    /** Lanes end as soon as they are outside of the device, or the time is up. */
    void close(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int busy() {
        return busy.get();
    }

    int hung() {
        return hung.get();
    }
}
