package vn.lienthong.signer.token.softkey;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenSession;
import vn.lienthong.signer.token.softkey.FaultInjection.Operation;

/** A session with a token in memory; handles are numbers in the order of finding. */
final class SoftKeySession implements TokenSession {
    private final SoftKeyDriver driver;
    private final SoftKeyRing keys;
    private final FaultInjection faults;
    private final long generation;
    private final List<KeyPair> found = new ArrayList<>();
    private boolean loggedIn;

    SoftKeySession(SoftKeyDriver driver, SoftKeyRing keys, FaultInjection faults, long generation) {
        this.driver = driver;
        this.keys = keys;
        this.faults = faults;
        this.generation = generation;
    }

    @Override
    public void login(Pin pin) throws TokenFault {
        faults.pass(Operation.LOGIN);
        driver.requireCurrent(generation);
        driver.requirePin(pin);
        loggedIn = true;
    }

    @Override
    public void check() throws TokenFault {
        faults.pass(Operation.CHECK);
        requireLogin();
    }

    @Override
    public OptionalLong findPrivateKey(KeyLocator locator) throws TokenFault {
        faults.pass(Operation.FIND);
        requireLogin();
        Optional<KeyPair> pair = locator.label().map(KeyAlias::new).flatMap(keys::find);
        if (pair.isEmpty()) {
            return OptionalLong.empty();
        }
        found.add(pair.get());
        return OptionalLong.of(found.size() - 1L);
    }

    @Override
    public Bytes sign(long privateKey, SignatureScheme scheme, Bytes input) throws TokenFault {
        faults.pass(Operation.SIGN);
        requireLogin();
        return SoftSignature.over(input, scheme, found.get((int) privateKey).getPrivate());
    }

    private void requireLogin() throws TokenFault {
        driver.requireCurrent(generation);
        if (!loggedIn) {
            throw new TokenFault(FaultKind.SESSION_LOST, "USER_NOT_LOGGED_IN", "softkey");
        }
    }

    @Override
    public void close() {
        try {
            faults.pass(Operation.CLOSE_SESSION);
        } catch (TokenFault e) {
            // As with a device: a session that cannot be closed is gone.
            loggedIn = false;
        }
    }
}
