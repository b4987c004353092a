package vn.lienthong.signer.asking;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often a server may be asked: so many questions at once, and then one an interval. Thread-safe. */
public final class RequestBudget {
    private final long nanosEach;
    private final long most;
    private final LongSupplier nanos;
    /** When the questions that were asked are paid for, on the scale of {@code nanos}. */
    private long paid;

    /** @param perMinute also the most that are asked at once */
    public RequestBudget(int perMinute, LongSupplier nanos) {
        this.nanosEach = Duration.ofMinutes(1).toNanos() / perMinute;
        this.most = nanosEach * perMinute;
        this.nanos = nanos;
        this.paid = nanos.getAsLong();
    }

    /** How long to wait for the next question; zero if it may be asked, which it then counts as. */
    public synchronized Duration take() {
        long now = nanos.getAsLong();
        long owed = Math.max(0, paid - now);
        if (owed + nanosEach > most) {
            return Duration.ofNanos(owed + nanosEach - most);
        }
        paid = now + owed + nanosEach;
        return Duration.ZERO;
    }
}
