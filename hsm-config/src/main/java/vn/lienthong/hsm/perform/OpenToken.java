package vn.lienthong.hsm.perform;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hsm.plan.TokenSpec;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;
import vn.lienthong.signer.token.cryptoki.CryptokiSession;
import vn.lienthong.signer.token.cryptoki.DigestSigner;
import vn.lienthong.signer.token.cryptoki.KeyPairs;
import vn.lienthong.signer.token.cryptoki.KeyStrength;
import vn.lienthong.signer.token.cryptoki.ObjectClass;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.Slot;
import vn.lienthong.signer.token.cryptoki.TokenKey;
import vn.lienthong.signer.token.cryptoki.TokenUser;

/** One token, logged in to by its user in one session. The PIN is used once: what refuses it ends the matter. */
public final class OpenToken implements AutoCloseable {
    private final CryptokiModule module;
    private final CryptokiSession session;
    private final Slot slot;

    private OpenToken(CryptokiModule module, CryptokiSession session, Slot slot) {
        this.module = module;
        this.session = session;
        this.slot = slot;
    }

    /**
     * @throws TokenFault if the module has no such token, or the token does not take the PIN
     * @throws vn.lienthong.hsm.plan.ScriptException if the PIN's file cannot be used
     */
    public static OpenToken open(TokenSpec spec, SessionAccess access) throws TokenFault {
        try (Pin pin = PinFile.read(spec.pinFile(), spec.profile())) {
            CryptokiModule module = CryptokiModule.open(spec.library(), spec.module());
            try {
                Slot slot = module.slotOf(spec.label())
                        .orElseThrow(
                                () -> new TokenFault(FaultKind.DEVICE_LOST, "CKR_TOKEN_NOT_PRESENT", spec.label()));
                CryptokiSession session = module.openSession(slot.id(), access);
                session.login(TokenUser.USER, pin);
                return new OpenToken(module, session, slot);
            } catch (TokenFault e) {
                module.close();
                throw e;
            }
        }
    }

    public Slot slot() {
        return slot;
    }

    public CryptokiModule module() {
        return module;
    }

    public KeyPairs pairs() {
        return new KeyPairs(session);
    }

    /** The public half of the one key pair of that alias; empty if there is none. */
    public Optional<TokenKey> find(KeyAlias alias) throws TokenFault {
        List<TokenKey> found = pairs().find(KeyLocator.ofLabel(alias.value()));
        if (found.size() > 1) {
            throw new TokenFault(FaultKind.REQUEST_REFUSED, "KEY_AMBIGUOUS", alias.value());
        }
        return found.stream().findFirst();
    }

    public TokenKey require(KeyAlias alias) throws TokenFault {
        return find(alias).orElseThrow(() -> new TokenFault(FaultKind.REQUEST_REFUSED, "KEY_UNKNOWN", alias.value()));
    }

    /** The signature over the message by the one private key of that alias, which is long enough. */
    public Bytes sign(KeyAlias alias, SignatureScheme scheme, byte[] message) throws TokenFault {
        Bytes input = scheme.isOverMessage()
                ? Bytes.of(message)
                : scheme.digest().digest(message).value();
        return new DigestSigner(session).sign(privateKey(alias), scheme, input);
    }

    /** A further session of the same login, for its own thread. */
    public CryptokiSession anotherSession() throws TokenFault {
        return module.openSession(slot.id(), SessionAccess.READ_ONLY);
    }

    public long privateKey(KeyAlias alias) throws TokenFault {
        return privateKey(session, alias);
    }

    public static long privateKey(CryptokiSession session, KeyAlias alias) throws TokenFault {
        long[] handles = session.find(ObjectClass.CKO_PRIVATE_KEY, KeyLocator.ofLabel(alias.value()));
        if (handles.length != 1) {
            throw new TokenFault(
                    FaultKind.REQUEST_REFUSED, handles.length == 0 ? "KEY_UNKNOWN" : "KEY_AMBIGUOUS", alias.value());
        }
        KeyStrength.require(session, handles[0]);
        return handles[0];
    }

    /** How a key of that kind signs here. */
    public static SignatureScheme scheme(PublicKey key) {
        if (key instanceof java.security.interfaces.EdECPublicKey) {
            return SignatureScheme.ED25519;
        }
        if (!(key instanceof java.security.interfaces.ECPublicKey ec)) {
            return SignatureScheme.RSA_PKCS1_SHA256;
        }
        int bits = ec.getParams().getOrder().bitLength();
        return bits <= 256
                ? SignatureScheme.ECDSA_SHA256
                : bits <= 384 ? SignatureScheme.ECDSA_SHA384 : SignatureScheme.ECDSA_SHA512;
    }

    /**
     * The pair and its certificates are gone for good; the answer counts the objects.
     *
     * @throws TokenFault if there is not exactly one private key of that id and label: another one would go with it
     */
    int destroy(TokenKey key) throws TokenFault {
        KeyLocator locator = KeyLocator.of(key.id(), key.label());
        int privateKeys = session.find(ObjectClass.CKO_PRIVATE_KEY, locator).length;
        if (privateKeys != 1) {
            throw new TokenFault(
                    FaultKind.REQUEST_REFUSED, privateKeys == 0 ? "KEY_UNKNOWN" : "KEY_AMBIGUOUS", key.label());
        }
        return pairs().destroy(locator);
    }

    /** The certificates stored beside the key of that alias, in DER. */
    public List<Bytes> certificates(KeyAlias alias) throws TokenFault {
        return new ArrayList<>(pairs().certificates(KeyLocator.ofLabel(alias.value())));
    }

    @Override
    public void close() {
        session.close();
        module.close();
    }
}
