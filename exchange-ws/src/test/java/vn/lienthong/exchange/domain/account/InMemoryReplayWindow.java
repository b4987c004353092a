package vn.lienthong.exchange.domain.account;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** Remembers for ever. */
public final class InMemoryReplayWindow implements ReplayWindow {
    private final Set<Sha256Digest> seen = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isFirst(Sha256Digest request, Instant until) {
        return seen.add(request);
    }
}
