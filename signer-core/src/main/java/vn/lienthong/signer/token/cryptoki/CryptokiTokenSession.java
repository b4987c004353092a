package vn.lienthong.signer.token.cryptoki;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenSession;

/** A PKCS#11 session as the pool uses it. */
final class CryptokiTokenSession implements TokenSession {
    private final CryptokiSession session;
    private final DigestSigner signer;
    private final Map<Long, Optional<KeyKind>> kinds = new HashMap<>();

    CryptokiTokenSession(CryptokiSession session) {
        this.session = session;
        this.signer = new DigestSigner(session);
    }

    @Override
    public void login(Pin pin) throws TokenFault {
        session.login(TokenUser.USER, pin);
    }

    @Override
    public void check() throws TokenFault {
        SessionInfo info = session.info();
        if (!info.userLoggedIn()) {
            throw ReturnValue.CKR_USER_NOT_LOGGED_IN.fault("C_GetSessionInfo");
        }
    }

    /** The first one, if several fit; refused if it is too short to sign with. */
    @Override
    public OptionalLong findPrivateKey(KeyLocator locator) throws TokenFault {
        long[] found = session.find(ObjectClass.CKO_PRIVATE_KEY, locator);
        if (found.length == 0) {
            return OptionalLong.empty();
        }
        kinds.put(found[0], KeyStrength.require(session, found[0]));
        return OptionalLong.of(found[0]);
    }

    /**
     * Asks for the key's kind before the token does: SoftHSM 2.6 answers a scheme of the wrong kind with CKR_GENERAL_ERROR,
     * as if its device were lost.
     */
    @Override
    public Bytes sign(long privateKey, SignatureScheme scheme, Bytes input) throws TokenFault {
        @Nullable Optional<KeyKind> kind = kinds.get(privateKey);
        if (kind != null && !kind.equals(Optional.of(scheme.keyKind()))) {
            throw ReturnValue.CKR_KEY_TYPE_INCONSISTENT.fault(scheme.name());
        }
        return signer.sign(privateKey, scheme, input);
    }

    @Override
    public void close() {
        session.close();
    }
}
