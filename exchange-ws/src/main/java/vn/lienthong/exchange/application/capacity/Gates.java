package vn.lienthong.exchange.application.capacity;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of this server by name, so that their queues can be seen from outside. Thread-safe. */
public final class Gates {
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /**
     * A new gate of that name.
     *
     * @throws IllegalStateException if there is one already
     */
    public Gate open(String name, int places, Duration patience) {
        Gate gate = new Gate(places, patience);
        if (gates.putIfAbsent(name, gate) != null) {
            throw new IllegalStateException("there is a gate " + name + " already");
        }
        return gate;
    }

    /** Those opened so far. */
    public Map<String, Gate> all() {
        return new TreeMap<>(gates);
    }
}
