package vn.lienthong.signer;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time into what DSS does with JSON: DSS 6.4 shares one schema validator among all threads, which then
 * fails at random with IllegalStateException.
 */
public final class DssJson {
    private static final ReentrantLock LOCK = new ReentrantLock(true);

    private DssJson() {}

    /** The result of {@code work}, which no other JSON is worked on beside. */
    public static <T> T call(Supplier<T> work) {
        LOCK.lock();
        try {
            return work.get();
        } finally {
            LOCK.unlock();
        }
    }
}
