package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.Allowance;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.capacity.Pace;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * One request while it is answered, of the thread that answers it; where the answer comes later, of the one thread that
 * gives it then. It begins as a stranger's and becomes a caller's; it
 * takes a place when it first has to wait for octets, so that whoever sends all at once never needs one.
 */
public final class Visit implements AutoCloseable {
    private static final String ATTRIBUTE = Visit.class.getName();

    /** A write that took longer, in nanoseconds, waited for the reader. */
    private static final long WAITED = 50_000_000L;

    /** How often, and after how many nanoseconds each, a sender without a place is looked at before it is refused. */
    private static final int LOOKS = 20;

    private static final long LOOK_EVERY = 5_000_000L;

    private final Door door;
    private final String address;
    private final HttpServletResponse answer;
    private final Watch watch;
    private volatile @Nullable Watch laterWatch;
    private volatile boolean goesOn;
    private final Allowance incoming;
    private @Nullable Allowance outgoing;
    private @Nullable String caller;
    private Gate.@Nullable Pass place;
    private boolean unread;
    private boolean brokenOff;

    private Visit(Door door, String address, HttpServletResponse answer) {
        this.door = door;
        this.address = address;
        this.answer = answer;
        this.watch = door.watch();
        this.incoming = new Allowance(door.settings().stranger(), System.nanoTime());
    }

    static Visit begin(Door door, ServletRequest request, HttpServletResponse answer) {
        Visit visit = new Visit(door, SourceAddress.of(request.getRemoteAddr()), answer);
        request.setAttribute(ATTRIBUTE, visit);
        return visit;
    }

    /**
     * The request is that caller's from now on: it has a caller's time, and if it waits for octets, one of the caller's
     * places. Nothing happens to a request that came through no door, as in tests.
     *
     * @throws FailureException with {@code overloaded} if the caller's other requests have all of its places
     */
    public static void admit(ServletRequest request, String caller) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visit visit) {
            visit.becomes(caller);
        }
    }

    private void becomes(String name) {
        boolean waited = place != null;
        leavePlace();
        caller = name;
        incoming.change(door.settings().caller());
        outgoing = null;
        if (waited) {
            takePlace();
        }
    }

    /** A call that may wait for octets to move; the count of those that did. */
    interface Transfer {
        int run() throws IOException;
    }

    /** Whether the next octets, or the end, have come already. */
    interface Arrival {
        boolean hasCome() throws IOException;
    }

    /**
     * The count of octets that came in, which the sender may keep us waiting for.
     *
     * @throws FailureException with {@code request-too-slow} or {@code overloaded}; nothing more of the body is read then
     */
    int read(Arrival next, Transfer reading) throws IOException {
        if (unread) {
            throw new IOException("the rest of this body is not read");
        }
        long began = System.nanoTime();
        boolean waits = hasToWait(next);
        int count = -1;
        IOException broken = null;
        boolean ended;
        watch.begin(incoming.until(began, 0));
        try {
            count = reading.run();
        } catch (IOException e) {
            broken = e;
        } finally {
            ended = watch.end();
        }
        long now = System.nanoTime();
        incoming.moved(waits ? now - began : 0, Math.max(0, count));
        if (ended || incoming.isUsedUp(now)) {
            leaveUnread();
            leavePlace();
            throw tooSlow(broken);
        }
        if (broken != null) {
            throw broken;
        }
        if (count < 0) {
            leavePlace(); // what is done from here on is not the sender's doing
        }
        return count;
    }

    /**
     * So many octets go out, which the reader may keep us waiting for.
     *
     * @throws IOException if that lasts too long; the connection is of no use then
     */
    void write(int octets, Transfer writing) throws IOException {
        if (brokenOff) {
            throw new IOException("the reader was too slow");
        }
        long began = System.nanoTime();
        Allowance reader = outgoing == null ? new Allowance(pace(), began) : outgoing;
        outgoing = reader;
        IOException broken = null;
        boolean ended;
        Watch present = presentWatch();
        present.begin(reader.until(began, octets));
        try {
            writing.run();
        } catch (IOException e) {
            broken = e;
        } finally {
            ended = present.end();
        }
        long now = System.nanoTime();
        reader.moved(now - began, octets);
        if (ended || reader.isUsedUp(now)) {
            brokenOff = true;
            throw new IOException("the reader is too slow", broken);
        }
        if (broken != null) {
            throw broken;
        }
        if (now - began > WAITED) {
            takePlaceForReader();
        }
    }

    private static FailureException tooSlow(@Nullable IOException broken) {
        Failure failure = Failure.of(FailureCode.REQUEST_TOO_SLOW);
        return broken == null ? new FailureException(failure) : new FailureException(failure, broken);
    }

    /** Where no place is free, an honest body is right behind its head. */
    private boolean hasToWait(Arrival next) throws IOException {
        if (next.hasCome()) {
            return false;
        }
        try {
            takePlace();
            return true;
        } catch (FailureException full) {
            for (int i = 0; i < LOOKS; i++) {
                LockSupport.parkNanos(LOOK_EVERY);
                if (next.hasCome()) {
                    return false;
                }
            }
            leaveUnread();
            throw full;
        }
    }

    private void takePlaceForReader() throws IOException {
        try {
            takePlace();
        } catch (FailureException e) {
            brokenOff = true;
            throw new IOException("too many slow readers", e);
        }
    }

    private Pace pace() {
        return caller == null ? door.settings().stranger() : door.settings().caller();
    }

    /** The connection cannot go on behind a body that is not read. */
    private void leaveUnread() {
        unread = true;
        if (!answer.isCommitted()) {
            answer.setHeader("Connection", "close");
        }
    }

    private void takePlace() {
        if (place == null) {
            place = caller == null
                    ? door.strangers().enter(address)
                    : door.callers().enter(caller);
        }
    }

    private void leavePlace() {
        if (place != null) {
            place.close();
            place = null;
        }
    }

    /** Whether the answer comes later, perhaps by another thread. */
    boolean goesOn() {
        return goesOn;
    }

    /** The answer comes later: the visit ends when the container says that it is complete. */
    AsyncListener later() {
        goesOn = true;
        return new EndOfVisit(this::end);
    }

    private Watch presentWatch() {
        if (watch.isOf(Thread.currentThread())) {
            return watch;
        }
        Watch later = laterWatch;
        if (later == null || !later.isOf(Thread.currentThread())) {
            if (later != null) {
                door.giveBack(later);
            }
            later = door.watch();
            laterWatch = later;
        }
        return later;
    }

    private void end() {
        leavePlace();
        Watch later = laterWatch;
        if (later != null) {
            door.giveBack(later);
        }
    }

    /** An answer that broke off takes its connection along: the container's last flush would wait for the reader again. */
    @Override
    public void close() {
        door.giveBack(watch);
        if (goesOn) {
            return;
        }
        end();
        if (brokenOff) {
            Thread.currentThread().interrupt();
        }
    }
}
