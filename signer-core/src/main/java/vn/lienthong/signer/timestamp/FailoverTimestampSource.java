package vn.lienthong.signer.timestamp;

import java.util.List;
import vn.lienthong.signer.algorithm.Digest;

/** Asks several sources in their order until one grants; the first one's answer stands if none does. Thread-safe. */
public final class FailoverTimestampSource implements TimestampSource {
    private final List<TimestampSource> sources;

    /** @throws IllegalArgumentException if there is no source */
    public FailoverTimestampSource(List<TimestampSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("failover needs at least one source");
        }
        this.sources = List.copyOf(sources);
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint) {
        TimestampOutcome first = sources.get(0).timestamp(messageImprint);
        if (first instanceof TimestampOutcome.Granted) {
            return first;
        }
        return sources.stream()
                .skip(1)
                .map(s -> s.timestamp(messageImprint))
                .filter(TimestampOutcome.Granted.class::isInstance)
                .findFirst()
                .orElse(first);
    }
}
