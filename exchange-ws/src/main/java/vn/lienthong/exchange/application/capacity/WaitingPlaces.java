package vn.lienthong.exchange.application.capacity;

import java.util.HashMap;
import java.util.Map;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * How many requests may keep a thread while they wait for octets from outside: so many in all, and of one name only a
 * share of those. Whoever finds none is told at once, since waiting for a place would itself keep a thread. Thread-safe.
 */
public final class WaitingPlaces {
    private final int all;
    private final int ofOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    public WaitingPlaces(int all, int ofOne) {
        if (ofOne < 1 || all < ofOne) {
            throw new IllegalArgumentException("one name has at least one place, and no more than all together");
        }
        this.all = all;
        this.ofOne = ofOne;
    }

    /** @throws FailureException with {@code overloaded} if that name, or all together, have no place left */
    public synchronized Gate.Pass enter(String name) {
        int own = taken.getOrDefault(name, 0);
        if (total == all || own == ofOne) {
            throw new FailureException(Failure.of(FailureCode.OVERLOADED));
        }
        total++;
        taken.put(name, own + 1);
        return () -> leave(name);
    }

    private synchronized void leave(String name) {
        total--;
        taken.computeIfPresent(name, (key, own) -> own == 1 ? null : own - 1);
    }
}
