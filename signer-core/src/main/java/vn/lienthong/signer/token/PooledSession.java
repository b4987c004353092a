package vn.lienthong.signer.token;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * A lane's own session, opened and logged in when it is first needed, with the handles of the keys it has used: handles are
 * good for one session only. Used by one thread.
 */
final class PooledSession {
    private final TokenDriver driver;
    private final TokenLogin login;
    private final KeyPlaces places;
    private final Clock clock;
    private final Duration idleCheck;
    private final AtomicInteger open;
    private final Map<KeyAlias, Long> handles = new HashMap<>();
    private @Nullable TokenSession session;
    private long lastUsed;

    PooledSession(
            TokenDriver driver,
            TokenLogin login,
            KeyPlaces places,
            Clock clock,
            Duration idleCheck,
            AtomicInteger open) {
        this.driver = driver;
        this.login = login;
        this.places = places;
        this.clock = clock;
        this.idleCheck = idleCheck;
        this.open = open;
    }

    /** The signature, or empty if the token has no such key. */
    @Nullable Bytes sign(KeyAlias key, SignatureScheme scheme, Bytes input) throws TokenFault {
        TokenSession ready = ready();
        @Nullable Long handle = handles.get(key);
        if (handle == null) {
            OptionalLong found = places.find(ready, key);
            if (found.isEmpty()) {
                return null;
            }
            handle = found.getAsLong();
            handles.put(key, handle);
        }
        Bytes signature = ready.sign(handle, scheme, input);
        lastUsed = clock.millis();
        return signature;
    }

    private TokenSession ready() throws TokenFault {
        if (session != null && clock.millis() - lastUsed > idleCheck.toMillis()) {
            try {
                session.check();
            } catch (TokenFault fault) {
                if (fault.kind() != FaultKind.SESSION_LOST) {
                    throw fault;
                }
                drop();
            }
        }
        TokenSession usable = session;
        if (usable == null) {
            usable = opened();
            session = usable;
            open.incrementAndGet();
            lastUsed = clock.millis();
        }
        return usable;
    }

    private TokenSession opened() throws TokenFault {
        TokenSession fresh = driver.openSession();
        try {
            login.login(fresh);
            return fresh;
        } catch (TokenFault fault) {
            fresh.close();
            throw fault;
        }
    }

    /** The session is closed and its handles forgotten; the next use opens another. */
    void drop() {
        @Nullable TokenSession old = session;
        session = null;
        handles.clear();
        if (old != null) {
            open.decrementAndGet();
            old.close();
        }
    }
}
