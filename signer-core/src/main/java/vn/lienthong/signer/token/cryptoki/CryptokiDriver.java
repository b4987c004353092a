package vn.lienthong.signer.token.cryptoki;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.lienthong.signer.token.TokenDriver;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenSession;

/** Reaches the token of one label in one PKCS#11 module. Thread-safe; owns its share of the module. */
public final class CryptokiDriver implements TokenDriver {
    private final CryptokiModule module;
    private final String label;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long triedGeneration;

    /**
     * The driver of the token with that label in the module at that absolute path. The device may be away: nothing is asked
     * of it yet.
     *
     * @throws IllegalArgumentException if the file is no PKCS#11 module
     */
    public CryptokiDriver(Path library, ModuleProfile profile, String label) {
        this.module = CryptokiModule.attach(library, profile);
        this.label = label;
    }

    /** As the other constructor, for a module that keeps to the standard. */
    public CryptokiDriver(Path library, String label) {
        this(library, ModuleProfile.STANDARD, label);
    }

    @Override
    public String label() {
        return label;
    }

    /** Looks the label up each time: a slot's number means nothing once the module started again. */
    @Override
    public TokenSession openSession() throws TokenFault {
        triedGeneration = module.generation();
        Slot slot = module.slotOf(label).orElseThrow(() -> ReturnValue.CKR_TOKEN_NOT_PRESENT.fault("token " + label));
        return new CryptokiTokenSession(module.openSession(slot.id(), SessionAccess.READ_ONLY));
    }

    @Override
    public Reinitialisation reinitialise(Duration interval, Duration drain) throws TokenFault {
        return module.reinitialise(triedGeneration, interval, drain);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            module.close();
        }
    }
}
