package vn.lienthong.exchange.application.capacity;

/**
 * How long one more wait for octets may last. Waiting uses it up and octets earn it again, but never more than the
 * grace: whoever sends a gigabyte at once has not bought an hour of silence. Times are on the scale of
 * {@link System#nanoTime()}. Not thread-safe.
 */
public final class Allowance {
    private static final long SECOND = 1_000_000_000L;

    private final long began;
    private Pace pace;
    private long credit;

    public Allowance(Pace pace, long now) {
        this.began = now;
        this.pace = pace;
        this.credit = pace.grace().toNanos();
    }

    /** Another pace from now on, of somebody who has become known. */
    public void change(Pace other) {
        pace = other;
        credit = other.grace().toNanos();
    }

    /** Until when a wait that begins now may last, if it is to move so many octets. */
    public long until(long now, long octets) {
        return now + Math.min(credit + earned(octets), pace.deadline().toNanos() - (now - began));
    }

    /** A wait of so many nanoseconds ended with so many octets. */
    public void moved(long waited, long octets) {
        credit = Math.min(pace.grace().toNanos(), credit - waited + earned(octets));
    }

    public boolean isUsedUp(long now) {
        return credit < 0 || now - began > pace.deadline().toNanos();
    }

    private long earned(long octets) {
        return octets * SECOND / pace.octetsPerSecond();
    }
}
