package vn.lienthong.signer.token.cryptoki;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/**
 * Lets calls into a module side by side, and its shutting down and starting only when none is inside.
 *
 * <p>Every start makes a new generation. A session of an earlier one is turned away at the gate: its handle may by now be
 * the number of somebody else's session. Source: PKCS#11 v2.40 §5.4, C_Finalize under other calls is undefined.
 */
final class ModuleGate {
    /** How long a call waits while the module starts again: a healthy module needs a fraction of it. */
    private static final Duration ENTRY = Duration.ofSeconds(2);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile long generation;

    /** The caller is inside until {@link #leave()}; its handles are of the running generation. */
    void enter(long callersGeneration) throws TokenFault {
        // Timed on purpose: an untimed tryLock barges past a waiting restart, which then never finds the module empty.
        if (!acquired(lock.readLock(), ENTRY)) {
            throw new TokenFault(FaultKind.DEVICE_LOST, "MODULE_RESTARTING", "module");
        }
        if (generation != callersGeneration) {
            lock.readLock().unlock();
            throw new TokenFault(FaultKind.SESSION_LOST, "MODULE_RESTARTED", "module");
        }
    }

    void leave() {
        lock.readLock().unlock();
    }

    /** Whether the caller is now alone with the module, until {@link #reopen()} or {@link #release()}. */
    boolean drain(Duration within) {
        return acquired(lock.writeLock(), within);
    }

    /** Calls of the new generation enter. */
    void reopen() {
        generation++;
        lock.writeLock().unlock();
    }

    /** The caller is alone no longer, and nothing changed. */
    void release() {
        lock.writeLock().unlock();
    }

    long generation() {
        return generation;
    }

    private static boolean acquired(java.util.concurrent.locks.Lock lock, Duration within) {
        try {
            return lock.tryLock(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
