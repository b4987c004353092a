package vn.lienthong.signer.token;

import java.time.Duration;

/** A delay that doubles with each failure up to a maximum. Used by one thread. */
final class Backoff {
    private final Duration least;
    private final Duration most;
    private Duration current;

    Backoff(Duration least, Duration most) {
        this.least = least;
        this.most = most;
        this.current = least;
    }

    static void requireOrdered(String name, Duration least, Duration most) {
        if (least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(name + " is positive and not above its maximum");
        }
    }

    Duration current() {
        return current;
    }

    void failed() {
        Duration doubled = current.multipliedBy(2);
        current = doubled.compareTo(most) > 0 ? most : doubled;
    }

    void succeeded() {
        current = least;
    }
}
