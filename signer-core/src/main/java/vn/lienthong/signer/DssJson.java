package vn.lienthong.signer;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time into what DSS does with JSON: DSS 6.4 shares one schema validator among all threads, which then
 * fails at random with IllegalStateException. Nothing of it lasts between two uses, so whoever has to wait for another server
 * meanwhile lets others in.
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

    /**
     * The result of {@code waiting}, beside which other JSON is worked on, even if this thread is within {@link #call}: an
     * authority or a responder that is slow, or hangs until its deadline, holds up nobody else.
     */
    public static <T> T outside(Supplier<T> waiting) {
        int holds = LOCK.getHoldCount();
        for (int i = 0; i < holds; i++) {
            LOCK.unlock();
        }
        try {
            return waiting.get();
        } finally {
            for (int i = 0; i < holds; i++) {
                LOCK.lock();
            }
        }
    }
}
