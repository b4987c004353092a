package vn.lienthong.signer.token.softkey;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenDriver;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenSession;

/**
 * A token in memory as a pool sees a device: sessions that a restart makes void, a PIN, and every fault that
 * {@link FaultInjection} knows. Keys are found by the label that is their alias. Thread-safe.
 */
public final class SoftKeyDriver implements TokenDriver {
    private final String label;
    private final SoftKeyRing keys;
    private final FaultInjection faults;
    private final char[] pin;
    private final AtomicLong generation = new AtomicLong();
    private volatile long startedAt = System.nanoTime();

    public SoftKeyDriver(String label, String pin, SoftKeyRing keys, FaultInjection faults) {
        this.label = label;
        this.pin = pin.toCharArray();
        this.keys = keys;
        this.faults = faults;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public TokenSession openSession() throws TokenFault {
        faults.pass(FaultInjection.Operation.OPEN_SESSION);
        return new SoftKeySession(this, keys, faults, generation.get());
    }

    /** Does not wait for calls inside: there is nothing that a restart could pull from under them. */
    @Override
    public Reinitialisation reinitialise(Duration interval, Duration drain) throws TokenFault {
        long now = System.nanoTime();
        if (now - startedAt < interval.toNanos()) {
            return Reinitialisation.TOO_SOON;
        }
        startedAt = now;
        faults.pass(FaultInjection.Operation.REINITIALISE);
        generation.incrementAndGet();
        return Reinitialisation.DONE;
    }

    /** Sessions that are open become void, as when a device forgets them. */
    public void loseSessions() {
        generation.incrementAndGet();
    }

    void requireCurrent(long sessionsGeneration) throws TokenFault {
        if (generation.get() != sessionsGeneration) {
            throw new TokenFault(FaultKind.SESSION_LOST, "SESSION_HANDLE_INVALID", "softkey");
        }
    }

    void requirePin(Pin given) throws TokenFault {
        boolean right = given.reveal(characters -> Arrays.equals(characters, pin));
        if (!right) {
            throw new TokenFault(FaultKind.PIN_REFUSED, "PIN_INCORRECT", "softkey");
        }
    }

    @Override
    public void close() {
        generation.incrementAndGet();
    }
}
