package vn.lienthong.exchange.infrastructure.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import vn.lienthong.exchange.domain.account.ReplayWindow;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * The replay window in one cache. Where the cache is replicated synchronously, putting an entry that is absent is one
 * atomic step over all nodes, so of two nodes that are shown the same request one sees it as a replay.
 */
public final class InfinispanReplayWindow implements ReplayWindow {
    /** Nodes' clocks differ by no more than this. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Not empty: WildFly 39 cannot read an empty value that comes from another node. */
    private static final String SEEN = "seen";

    private final Cache<String, String> seen;
    private final Clock clock;

    /** @param seen no entry of it may be evicted before its lifespan ends */
    public InfinispanReplayWindow(Cache<String, String> seen, Clock clock) {
        this.seen = seen;
        this.clock = clock;
    }

    @Override
    public boolean isFirst(Sha256Digest request, Instant until) {
        Duration lifespan = Duration.between(clock.instant(), until.plus(SKEW));
        long millis = Math.max(SKEW.toMillis(), lifespan.toMillis());
        try {
            return seen.putIfAbsent(request.hex(), SEEN, millis, TimeUnit.MILLISECONDS) == null;
        } catch (CacheException e) {
            throw new FailureException(Failure.of(FailureCode.OVERLOADED), e);
        }
    }
}
