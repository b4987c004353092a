package vn.lienthong.hsm.token;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
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
import vn.lienthong.signer.token.cryptoki.TokenSetup;
import vn.lienthong.signer.token.cryptoki.TokenUser;

/** One token through PKCS#11, in one session that may write. A key's CKA_LABEL and CKA_ID are both its alias. */
public final class Pkcs11TokenKeys implements TokenKeys, AutoCloseable {
    private final CryptokiModule module;
    private final CryptokiSession session;
    private final Changes changes;

    private Pkcs11TokenKeys(CryptokiModule module, CryptokiSession session, Changes changes) {
        this.module = module;
        this.session = session;
        this.changes = changes;
    }

    /** The token of that label is open; it was there, or is new with these two PINs. */
    public static Pkcs11TokenKeys create(Path library, String label, Pin securityOfficer, Pin user, Changes changes)
            throws TokenFault {
        CryptokiModule module = CryptokiModule.open(library);
        try {
            Optional<Slot> known = module.slotOf(label);
            if (known.isPresent()) {
                changes.kept("token " + label);
                return login(module, known.get(), user, changes);
            }
            Slot slot = TokenSetup.create(module, label, securityOfficer, user);
            changes.made("token " + label);
            return login(module, slot, user, changes);
        } catch (TokenFault e) {
            module.close();
            throw e;
        }
    }

    /**
     * The token of that label is open.
     *
     * @throws TokenFault if the module has no such token, or the token does not take the PIN
     */
    public static Pkcs11TokenKeys open(Path library, String label, Pin user) throws TokenFault {
        CryptokiModule module = CryptokiModule.open(library);
        try {
            Slot slot = module.slotOf(label)
                    .orElseThrow(() -> new TokenFault(FaultKind.DEVICE_LOST, "CKR_TOKEN_NOT_PRESENT", label));
            return login(module, slot, user, new Changes());
        } catch (TokenFault e) {
            module.close();
            throw e;
        }
    }

    private static Pkcs11TokenKeys login(CryptokiModule module, Slot slot, Pin user, Changes changes)
            throws TokenFault {
        CryptokiSession session = module.openSession(slot.id(), SessionAccess.READ_WRITE);
        session.login(TokenUser.USER, user);
        return new Pkcs11TokenKeys(module, session, changes);
    }

    @Override
    public PublicKey ensure(KeyAlias alias, KeyForm form) throws TokenFault {
        KeyPairs pairs = new KeyPairs(session);
        List<TokenKey> known = pairs.find(KeyLocator.ofLabel(alias.value()));
        if (!known.isEmpty()) {
            changes.kept("key " + alias);
            return known.getFirst().publicKey();
        }
        changes.made("key " + alias);
        Bytes id = Bytes.of(alias.value().getBytes(StandardCharsets.US_ASCII));
        return pairs.generate(form.spec(), id, alias.value()).publicKey();
    }

    /** The key pairs on the token, by what they say of themselves. */
    public List<TokenKey> all() throws TokenFault {
        return new KeyPairs(session).all();
    }

    /** The signature over the digest by the private key of that alias. */
    public Bytes sign(KeyAlias alias, SignatureScheme scheme, Digest digest) throws TokenFault {
        long[] handles = session.find(ObjectClass.CKO_PRIVATE_KEY, KeyLocator.ofLabel(alias.value()));
        if (handles.length != 1) {
            throw new TokenFault(
                    FaultKind.REQUEST_REFUSED, handles.length == 0 ? "KEY_UNKNOWN" : "KEY_AMBIGUOUS", alias.value());
        }
        KeyStrength.require(session, handles[0]);
        return new DigestSigner(session).sign(handles[0], scheme, digest);
    }

    @Override
    public void close() {
        session.close();
        module.close();
    }
}
