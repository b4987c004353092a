package vn.lienthong.exchange.boundary.door;

/**
 * Over one thread while it waits for octets: when the time is up the thread is interrupted, on which the container's
 * blocking streams throw. Thread-safe.
 */
final class Watch {
    private final Thread thread;
    private long until;
    private boolean waiting;
    private boolean ended;

    Watch(Thread thread) {
        this.thread = thread;
    }

    boolean isOf(Thread other) {
        return thread == other;
    }

    /** The thread waits from now on, until that time on the scale of {@link System#nanoTime()} at the latest. */
    synchronized void begin(long time) {
        until = time;
        waiting = true;
        ended = false;
    }

    /** The thread waits no more. Whether the wait was ended by this watch; the thread is not interrupted any more then. */
    synchronized boolean end() {
        waiting = false;
        if (ended) {
            var _ = Thread.interrupted();
        }
        return ended;
    }

    synchronized void look(long now) {
        if (waiting && !ended && now - until >= 0) {
            ended = true;
            thread.interrupt();
        }
    }
}
