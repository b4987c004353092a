package vn.lienthong.signer.token.cryptoki;

import java.util.OptionalLong;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenSession;

/** A PKCS#11 session as the pool uses it. */
final class CryptokiTokenSession implements TokenSession {
    private final CryptokiSession session;
    private final DigestSigner signer;

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

    /** The first one, if several fit. */
    @Override
    public OptionalLong findPrivateKey(KeyLocator locator) throws TokenFault {
        long[] found = session.find(ObjectClass.CKO_PRIVATE_KEY, locator);
        return found.length == 0 ? OptionalLong.empty() : OptionalLong.of(found[0]);
    }

    @Override
    public Bytes sign(long privateKey, SignatureScheme scheme, Digest digest) throws TokenFault {
        return signer.sign(privateKey, scheme, digest);
    }

    @Override
    public void close() {
        session.close();
    }
}
