package vn.lienthong.signer.token.softkey;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/**
 * Makes the operations of a {@link SoftKeyDriver} fail, hang or take their time, and counts them. Thread-safe.
 */
public final class FaultInjection {
    /** What a driver or session is asked to do. */
    public enum Operation {
        OPEN_SESSION,
        LOGIN,
        CHECK,
        FIND,
        SIGN,
        REINITIALISE,
        CLOSE_SESSION
    }

    private static final class Behaviour {
        private int calls;
        private int failing;
        private int sparing;
        private boolean hangsLater;
        private FaultKind kind = FaultKind.DEVICE_LOST;
        private boolean hangs;
        private int inside;
        private Duration delay = Duration.ZERO;
    }

    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable Thread signingThread;
    private final Map<Operation, Behaviour> behaviours = new EnumMap<>(Operation.class);

    public FaultInjection() {
        for (Operation operation : Operation.values()) {
            behaviours.put(operation, new Behaviour());
        }
    }

    /** The next calls of the operation, that many of them, end in a fault of that kind. */
    public void fail(Operation operation, FaultKind kind, int times) {
        change(operation, b -> {
            b.kind = kind;
            b.failing = times;
        });
    }

    /** The operation ends in a fault of that kind until {@link #heal}. */
    public void fail(Operation operation, FaultKind kind) {
        fail(operation, kind, FOR_EVER);
    }

    /** The operation does not return until {@link #heal}, nor on an interrupt: no device heeds one. */
    public void hang(Operation operation) {
        change(operation, b -> b.hangs = true);
    }

    /** The operation ends in a fault of that kind after so many calls that do not, until {@link #heal}. */
    public void failAfter(Operation operation, FaultKind kind, int calls) {
        change(operation, b -> {
            b.kind = kind;
            b.sparing = calls;
            b.failing = FOR_EVER;
        });
    }

    /** The operation does not return after so many calls that do, until {@link #heal}. */
    public void hangAfter(Operation operation, int calls) {
        change(operation, b -> {
            b.sparing = calls;
            b.hangsLater = true;
        });
    }

    /** The operation takes that much longer. */
    public void slow(Operation operation, Duration delay) {
        change(operation, b -> b.delay = delay);
    }

    /** The operation does what it should again; calls that hang return. */
    public void heal(Operation operation) {
        change(operation, b -> {
            b.failing = 0;
            b.hangs = false;
            b.hangsLater = false;
            b.sparing = 0;
            b.delay = Duration.ZERO;
        });
    }

    /** All operations do what they should again. */
    public void healAll() {
        for (Operation operation : Operation.values()) {
            heal(operation);
        }
    }

    /** How often the operation was asked for. */
    public int calls(Operation operation) {
        return read(operation, false);
    }

    /** How many calls of the operation have not returned. */
    public int inside(Operation operation) {
        return read(operation, true);
    }

    /** The thread that asked for a signature last. */
    public @Nullable Thread signingThread() {
        return signingThread;
    }

    /** Called by the driver's parts at the beginning of the operation. */
    void pass(Operation operation) throws TokenFault {
        lock.lock();
        try {
            Behaviour behaviour = behaviour(operation);
            behaviour.calls++;
            behaviour.inside++;
            if (operation == Operation.SIGN) {
                signingThread = Thread.currentThread();
            }
            boolean spared = behaviour.sparing > 0;
            behaviour.sparing -= spared ? 1 : 0;
            behaviour.hangs |= behaviour.hangsLater && !spared;
            try {
                while (behaviour.hangs) {
                    changed.awaitUninterruptibly();
                }
                await(behaviour.delay);
                if (behaviour.failing > 0 && !spared) {
                    behaviour.failing -= behaviour.failing == FOR_EVER ? 0 : 1;
                    throw new TokenFault(behaviour.kind, "INJECTED", operation.name());
                }
            } finally {
                behaviour.inside--;
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration delay) {
        long left = delay.toNanos();
        try {
            while (left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(Operation operation, java.util.function.Consumer<Behaviour> change) {
        lock.lock();
        try {
            change.accept(behaviour(operation));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int read(Operation operation, boolean inside) {
        lock.lock();
        try {
            return inside ? behaviour(operation).inside : behaviour(operation).calls;
        } finally {
            lock.unlock();
        }
    }

    private Behaviour behaviour(Operation operation) {
        return java.util.Objects.requireNonNull(behaviours.get(operation));
    }
}
