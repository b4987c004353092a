package vn.lienthong.signer.token;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys are, and which of them this token has shown. A key that was there and is not any more means that the token
 * behind the session is gone: SoftHSM answers so when its folder is taken away. Thread-safe.
 */
final class KeyPlaces {
    /** How many other keys are looked for before the token counts as gone; a token shows all of its keys or none. */
    private static final int WITNESSES = 3;

    private final Map<KeyAlias, KeyLocator> places;
    private final Set<KeyAlias> shown = ConcurrentHashMap.newKeySet();

    KeyPlaces(Map<KeyAlias, KeyLocator> places) {
        this.places = places;
    }

    /**
     * The key's handle in that session; empty if the token has no such key.
     *
     * @throws TokenFault of kind {@link FaultKind#DEVICE_LOST} if the token shows none of the keys that it had
     */
    OptionalLong find(TokenSession session, KeyAlias key) throws TokenFault {
        OptionalLong found = locate(session, key);
        if (found.isPresent()) {
            shown.add(key);
        } else if (shown.contains(key)) {
            if (!showsAny(session, key)) {
                throw vanished();
            }
            shown.remove(key);
        }
        return found;
    }

    /** The session shows one of the keys that this token had, if any is known. */
    void requireWitness(TokenSession session) throws TokenFault {
        if (!shown.isEmpty() && !showsAny(session, null)) {
            throw vanished();
        }
    }

    private boolean showsAny(TokenSession session, @Nullable KeyAlias butNot) throws TokenFault {
        int looked = 0;
        for (KeyAlias witness : shown) {
            if (!witness.equals(butNot)
                    && looked++ < WITNESSES
                    && locate(session, witness).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static TokenFault vanished() {
        return new TokenFault(FaultKind.DEVICE_LOST, "KEYS_VANISHED", "C_FindObjects");
    }

    /** The token was read afresh: what it does not show now is not there. */
    void forget() {
        shown.clear();
    }

    private OptionalLong locate(TokenSession session, KeyAlias key) throws TokenFault {
        return session.findPrivateKey(places.getOrDefault(key, KeyLocator.ofLabel(key.value())));
    }
}
