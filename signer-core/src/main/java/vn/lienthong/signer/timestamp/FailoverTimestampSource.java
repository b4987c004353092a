package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.Granted;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/**
 * Asks several sources in their order until one grants, within one total time. Thread-safe.
 *
 * <p>If none does, the first one's answer stands, with the earliest time at which any of them is worth another try.
 */
public final class FailoverTimestampSource implements TimestampSource {
    private final List<TimestampSource> sources;
    private final Duration total;
    private final LongSupplier nanos;

    /**
     * @param total for all of them together
     * @param nanos a counter of nanoseconds that only grows
     * @throws IllegalArgumentException if there is no source
     */
    public FailoverTimestampSource(List<TimestampSource> sources, Duration total, LongSupplier nanos) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("failover needs at least one source");
        }
        this.sources = List.copyOf(sources);
        this.total = total;
        this.nanos = nanos;
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint) {
        return timestamp(messageImprint, total);
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint, Duration atMost) {
        long end = nanos.getAsLong() + (atMost.compareTo(total) < 0 ? atMost : total).toNanos();
        @Nullable TimestampOutcome excuse = null;
        for (TimestampSource source : sources) {
            Duration left = Duration.ofNanos(end - nanos.getAsLong());
            if (excuse != null && !left.isPositive()) {
                break;
            }
            TimestampOutcome outcome = source.timestamp(messageImprint, left);
            if (outcome instanceof Granted) {
                return outcome;
            }
            excuse = excuse == null ? outcome : sooner(excuse, outcome);
        }
        return excuse == null ? new TimestampDown(DownReason.UNREACHABLE, total, "nobody was asked") : excuse;
    }

    private static TimestampOutcome sooner(TimestampOutcome first, TimestampOutcome next) {
        return first instanceof TimestampDown(DownReason reason, Duration retryAfter, String detail)
                        && next instanceof TimestampDown other
                        && other.retryAfter().compareTo(retryAfter) < 0
                ? new TimestampDown(reason, other.retryAfter(), detail)
                : first;
    }
}
