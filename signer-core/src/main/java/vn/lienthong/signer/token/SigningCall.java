package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * One request on its way from the caller's thread through a lane and back: one digest, or several that are signed one after
 * the other in one stay in the device.
 */
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
    private final List<SigningInput> inputs;
    private final SigningOutcome[] outcomes;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Thread runner;
    /** When the call was made, or its latest outcome; on the scale of {@link System#nanoTime()}. */
    private volatile long progressed = System.nanoTime();

    /** How many outcomes there are; written after them, so that whoever reads it sees them. */
    private volatile int done;

    SigningCall(KeyAlias key, SignatureScheme scheme, List<SigningInput> inputs) {
        this.key = key;
        this.scheme = scheme;
        this.inputs = inputs;
        this.outcomes = new SigningOutcome[inputs.size()];
    }

    /** The digest that is to be signed next; null when every one has its outcome, or nobody waits any more. */
    @Nullable SigningInput next() {
        int index = done;
        return index == outcomes.length || stage.get() == Stage.GIVEN_UP ? null : inputs.get(index);
    }

    /** The outcome of the digest that {@link #next()} named. Called by the thread that runs the call. */
    void made(SigningOutcome outcome) {
        int index = done;
        outcomes[index] = outcome;
        progressed = System.nanoTime();
        done = index + 1;
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

    /** Whether the caller takes the answer, which is this one for every digest without an outcome; not, if it left already. */
    boolean answer(SigningOutcome rest) {
        for (int index = done; index < outcomes.length; index++) {
            outcomes[index] = rest;
        }
        return answer();
    }

    /** Whether the caller takes the outcomes as they are; not, if it left already. */
    boolean answer() {
        if (stage.compareAndSet(Stage.RUNNING, Stage.ANSWERED) || stage.compareAndSet(Stage.QUEUED, Stage.ANSWERED)) {
            LockSupport.unpark(caller);
            return true;
        }
        return false;
    }

    /**
     * Waits on the caller's own thread for the answer, no longer than that since the latest outcome. An interrupt is kept for
     * later.
     */
    Ending await(Duration within) {
        long patience = within.toNanos();
        boolean interrupted = false;
        try {
            while (stage.get() != Stage.ANSWERED) {
                long left = progressed + patience - System.nanoTime();
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

    /** One outcome a digest, those that were made before the call ended and {@code rest} for the others. */
    List<SigningOutcome> outcomes(SigningOutcome rest) {
        List<SigningOutcome> all = new ArrayList<>(Arrays.asList(outcomes).subList(0, done));
        while (all.size() < outcomes.length) {
            all.add(rest);
        }
        return all;
    }

    /** One outcome a digest, once {@link #await} ended with an answer. */
    List<SigningOutcome> outcomes() {
        return List.of(outcomes);
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
