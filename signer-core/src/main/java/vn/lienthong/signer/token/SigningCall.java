package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** One request on its way from the caller's thread through a lane and back. */
final class SigningCall {
    private enum Stage {
        QUEUED,
        RUNNING,
        ANSWERED,
        /** The caller left at its deadline; nobody reads the answer any more. */
        GIVEN_UP
    }

    /** How waiting for a call ended. */
    enum Ending {
        ANSWERED,
        NEVER_BEGUN,
        STILL_RUNNING
    }

    final KeyAlias key;
    final SignatureScheme scheme;
    final Digest digest;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Thread runner;
    private volatile @Nullable SigningOutcome outcome;

    SigningCall(KeyAlias key, SignatureScheme scheme, Digest digest) {
        this.key = key;
        this.scheme = scheme;
        this.digest = digest;
    }

    /** Whether the lane has to do it; not, if the caller left already. */
    boolean begin() {
        runner = Thread.currentThread();
        return stage.compareAndSet(Stage.QUEUED, Stage.RUNNING);
    }

    /** The call waits for another lane; it goes back to the queue after this. */
    boolean requeue() {
        return stage.compareAndSet(Stage.RUNNING, Stage.QUEUED);
    }

    /** Whether the caller takes this answer; not, if it left already. */
    boolean answer(SigningOutcome answer) {
        outcome = answer;
        if (stage.compareAndSet(Stage.RUNNING, Stage.ANSWERED) || stage.compareAndSet(Stage.QUEUED, Stage.ANSWERED)) {
            LockSupport.unpark(caller);
            return true;
        }
        return false;
    }

    /** Waits on the caller's own thread for the answer, no longer than that. An interrupt is kept for later. */
    Ending await(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        boolean interrupted = false;
        try {
            while (stage.get() != Stage.ANSWERED) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return giveUp();
                }
                LockSupport.parkNanos(this, left);
                interrupted |= Thread.interrupted();
            }
            return Ending.ANSWERED;
        } finally {
            if (interrupted) {
                caller.interrupt();
            }
        }
    }

    private Ending giveUp() {
        if (stage.compareAndSet(Stage.QUEUED, Stage.GIVEN_UP)) {
            return Ending.NEVER_BEGUN;
        }
        return stage.compareAndSet(Stage.RUNNING, Stage.GIVEN_UP) ? Ending.STILL_RUNNING : Ending.ANSWERED;
    }

    /** The answer, once {@link #await} ended with one. */
    SigningOutcome outcome() {
        @Nullable SigningOutcome answer = outcome;
        if (answer == null) {
            throw new IllegalStateException("no answer yet");
        }
        return answer;
    }

    /**
     * Decides between a caller that leaves and a lane that returns too late, which of them was first: true for the one, false
     * for the other.
     */
    boolean settle() {
        return settled.compareAndSet(false, true);
    }

    /** The thread that began the call, if one did. */
    @Nullable Thread runner() {
        return runner;
    }
}
