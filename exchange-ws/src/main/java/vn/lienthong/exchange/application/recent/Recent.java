package vn.lienthong.exchange.application.recent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Answers that are good for a moment after they were looked up. What was not found is not remembered, so that what is new is
 * never missed. Thread-safe.
 */
public final class Recent<K, V> {
    /** More than the keys and accounts of one server; past it everything is forgotten, which costs one look each. */
    static final int MOST = 10_000;

    private final Duration goodFor;
    private final Map<K, Seen<V>> seen = new ConcurrentHashMap<>();

    public Recent(Duration goodFor) {
        this.goodFor = goodFor;
    }

    public Optional<V> find(K key, Instant now) {
        Seen<V> last = seen.get(key);
        if (last == null || last.isGoodAt(now)) {
            return Optional.ofNullable(last).map(Seen::value);
        }
        seen.remove(key, last);
        return Optional.empty();
    }

    public void remember(K key, V value, Instant now) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(key, new Seen<>(value, now, now.plus(goodFor)));
    }

    public void forget(K key) {
        seen.remove(key);
    }

    /** Every answer that is so. */
    public void forgetAll(Predicate<V> which) {
        seen.values().removeIf(last -> which.test(last.value()));
    }

    private record Seen<V>(V value, Instant at, Instant until) {
        /** A clock that was set back makes nothing good for longer. */
        boolean isGoodAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(until);
        }
    }
}
