package vn.lienthong.signer.token.cryptoki;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.TokenDriver;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenSession;

/** Reaches the token of one label in one PKCS#11 module. Thread-safe; owns its share of the module. */
public final class CryptokiDriver implements TokenDriver {
    private final CryptokiModule module;
    private final String label;
    private final AtomicReference<@Nullable Place> place = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long triedGeneration;

    /** The slot that held the token, as long as the module is of that generation. */
    private record Place(long generation, long slot) {}

    /** The driver closes {@code module} when it is closed itself. */
    public CryptokiDriver(CryptokiModule module, String label) {
        this.module = module;
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public TokenSession openSession() throws TokenFault {
        long generation = module.generation();
        triedGeneration = generation;
        try {
            return new CryptokiTokenSession(module.openSession(slot(generation), SessionAccess.READ_ONLY));
        } catch (TokenFault fault) {
            place.set(null);
            throw fault;
        }
    }

    private long slot(long generation) throws TokenFault {
        @Nullable Place known = place.get();
        if (known != null && known.generation == generation) {
            return known.slot;
        }
        long slot = module.slotOf(label)
                .orElseThrow(() -> ReturnValue.CKR_TOKEN_NOT_PRESENT.fault("token " + label))
                .id();
        place.set(new Place(generation, slot));
        return slot;
    }

    @Override
    public Reinitialisation reinitialise(Duration interval, Duration drain) throws TokenFault {
        place.set(null);
        return module.reinitialise(triedGeneration, interval, drain);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            module.close();
        }
    }
}
