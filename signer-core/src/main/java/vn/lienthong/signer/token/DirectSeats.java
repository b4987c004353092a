package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.Signed;

/**
 * Seats in the device for callers that enter it on their own thread, which saves the hand-over to a lane and back. Only
 * success is answered from here: whatever else happens, the call is a lane's. Thread-safe.
 *
 * <p>A caller whose call does not return is stuck, so nobody enters a device that has not signed since it came back, nor one
 * in which a seat is overdue; the watch turns everybody away as soon as one is.
 */
final class DirectSeats {
    private static final Logger LOG = LoggerFactory.getLogger(DirectSeats.class);

    /** An overdue call is noticed this fraction of the deadline late at most. */
    private static final int WATCHES_PER_DEADLINE = 4;

    private static final class Seat {
        final AtomicBoolean taken = new AtomicBoolean();
        final PooledSession session;
        /** When the call at hand began, on the scale of {@link System#nanoTime()}; 0 outside. */
        volatile long entered;

        Seat(PooledSession session) {
            this.session = session;
        }
    }

    private final List<Seat> seats;
    private final Availability availability;
    private final Duration deadline;
    private final @Nullable Thread watch;
    private volatile int overdue;

    DirectSeats(String label, TokenPoolConfig config, Availability availability, Supplier<PooledSession> sessions) {
        this.availability = availability;
        this.deadline = config.deadline();
        this.seats = Stream.generate(() -> new Seat(sessions.get()))
                .limit(config.directCalls())
                .toList();
        this.watch = seats.isEmpty()
                ? null
                : Thread.ofPlatform()
                        .name("token-" + label + "-watch")
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .start(this::watch);
    }

    /** The signature; null if the call is for a lane to make. */
    @Nullable SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Bytes input) {
        if (overdue > 0 || !availability.isProven()) {
            return null;
        }
        @Nullable Seat seat = take();
        if (seat == null) {
            return null;
        }
        seat.entered = System.nanoTime() | 1;
        try {
            @Nullable Bytes signature = seat.session.sign(key, scheme, input);
            return signature == null ? null : new Signed(signature);
        } catch (TokenFault | IllegalStateException | IllegalArgumentException e) {
            LOG.debug("a direct call is left to a lane", e);
            seat.session.drop();
            return null;
        } finally {
            seat.entered = 0;
            seat.taken.set(false);
        }
    }

    /** Threads keep to one seat as long as it is free: its session is the one in the processor's cache. */
    private @Nullable Seat take() {
        int count = seats.size();
        int first = count == 0 ? 0 : (int) (Thread.currentThread().threadId() % count);
        for (int i = 0; i < count; i++) {
            Seat seat = seats.get((first + i) % count);
            if (seat.taken.compareAndSet(false, true)) {
                return seat;
            }
        }
        return null;
    }

    private void watch() {
        while (!availability.isClosed()) {
            LockSupport.parkNanos(this, deadline.toNanos() / WATCHES_PER_DEADLINE);
            long now = System.nanoTime();
            int late = (int) seats.stream()
                    .mapToLong(seat -> seat.entered)
                    .filter(entered -> entered != 0 && now - entered > deadline.toNanos())
                    .count();
            overdue = late;
            if (late > 0) {
                availability.lost(
                        availability.epoch(),
                        DownReason.DEADLINE_EXCEEDED,
                        late + " direct calls have not returned from the device");
            }
        }
    }

    /** Calls that passed the deadline and are inside the device still. */
    int overdue() {
        return overdue;
    }

    /** Sessions outside of the device are closed; nobody takes a seat any more. */
    void close() {
        if (watch != null) {
            LockSupport.unpark(watch);
        }
        for (Seat seat : seats) {
            if (seat.taken.compareAndSet(false, true)) {
                seat.session.drop();
            }
        }
    }
}
