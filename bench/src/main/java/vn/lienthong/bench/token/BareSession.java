package vn.lienthong.bench.token;

import java.security.GeneralSecurityException;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;
import vn.lienthong.signer.token.cryptoki.CryptokiSession;
import vn.lienthong.signer.token.cryptoki.DigestSigner;
import vn.lienthong.signer.token.cryptoki.ObjectClass;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.TokenUser;

/** C_SignInit and C_Sign in a session of its own and nothing else: the physical limit of everything that signs. */
public final class BareSession implements Operation {
    private final CryptokiSession session;
    private final DigestSigner signer;
    private final long handle;
    private final CertifiedKey key;
    private final Digest digest;

    private BareSession(CryptokiSession session, long handle, CertifiedKey key) {
        this.session = session;
        this.signer = new DigestSigner(session);
        this.handle = handle;
        this.key = key;
        this.digest = key.scheme().digest().digest(SignedText.octets());
    }

    static BareSession open(CryptokiModule module, String label, Pin pin, CertifiedKey key) throws TokenFault {
        long slot = module.slotOf(label)
                .orElseThrow(() -> new IllegalStateException("no token " + label))
                .id();
        CryptokiSession session = module.openSession(slot, SessionAccess.READ_ONLY);
        session.login(TokenUser.USER, pin);
        long[] found = session.find(
                ObjectClass.CKO_PRIVATE_KEY, KeyLocator.ofLabel(key.alias().value()));
        return new BareSession(session, found[0], key);
    }

    @Override
    public void run() throws TokenFault {
        signer.sign(handle, key.scheme(), digest);
    }

    /** @throws GeneralSecurityException if what the token makes is no signature by that key */
    public void check() throws TokenFault, GeneralSecurityException {
        SignedText.requireSignature(key, signer.sign(handle, key.scheme(), digest));
    }

    @Override
    public void close() {
        session.close();
    }
}
