package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the PIN is used: one login at a time, and none after the token refused the PIN once. Several sessions
 * that try a wrong PIN side by side would lock the token.
 */
final class TokenLogin {
    /** The token's own state, which its officer mends: the PIN may be the right one, and is tried at the next start. */
    private static final Set<String> MENDED_AT_THE_TOKEN =
            Set.of("CKR_PIN_LOCKED", "CKR_PIN_EXPIRED", "CKR_USER_PIN_NOT_INITIALIZED");

    private final ReentrantLock one = new ReentrantLock();
    private final Duration patience;
    private Pin pin;
    private PinMemory memory;
    private boolean accepted;
    private boolean closed;
    private @Nullable TokenFault refused;

    /** @param memory of this PIN; one that is set later has none */
    TokenLogin(Pin pin, PinMemory memory, Duration patience) {
        this.pin = pin;
        this.memory = memory;
        this.patience = patience;
    }

    /** The session is logged in. */
    void login(TokenSession session) throws TokenFault {
        acquire();
        try {
            if (closed) {
                throw new TokenFault(FaultKind.DEVICE_LOST, "POOL_CLOSED", "no login tried");
            }
            if (refused != null) {
                throw new TokenFault(FaultKind.PIN_REFUSED, refused.code(), "no login tried");
            }
            if (!accepted && memory.wasRefused()) {
                refused = new TokenFault(FaultKind.PIN_REFUSED, "PIN_REFUSED_BEFORE", "no login tried");
                throw refused;
            }
            session.login(pin);
            if (!accepted) {
                accepted = true;
                memory.accepted();
            }
        } catch (TokenFault fault) {
            if (fault.kind() == FaultKind.PIN_REFUSED) {
                if (refused == null && !MENDED_AT_THE_TOKEN.contains(fault.code())) {
                    memory.refused();
                }
                refused = fault;
            }
            throw fault;
        } finally {
            one.unlock();
        }
    }

    /** The next login uses that PIN; the former is overwritten. */
    void reset(Pin other) throws TokenFault {
        acquire();
        try {
            pin.close();
            pin = other;
            memory = PinMemory.NONE;
            accepted = false;
            refused = null;
        } finally {
            one.unlock();
        }
    }

    /** The PIN is overwritten, unless a login hangs with it in use. */
    void close() {
        if (one.tryLock()) {
            try {
                closed = true;
                pin.close();
            } finally {
                one.unlock();
            }
        }
    }

    private void acquire() throws TokenFault {
        try {
            if (one.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TokenFault(FaultKind.DEVICE_LOST, "LOGIN_BUSY", "another login has not returned");
    }
}
