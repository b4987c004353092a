package vn.lienthong.signer.token.cryptoki;

import java.util.Optional;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;

/** Makes tokens in a module. */
public final class TokenSetup {
    private TokenSetup() {}

    /**
     * A token of that label is in the module, with both PINs set, on the slot that is answered. Nothing is on it yet.
     *
     * @throws TokenFault with code {@code TOKEN_EXISTS} if an initialised token has that label already, {@code NO_FREE_SLOT}
     *     if every slot holds an initialised token
     */
    public static Slot create(CryptokiModule module, String label, Pin securityOfficer, Pin user) throws TokenFault {
        if (module.slotOf(label).isPresent()) {
            throw new TokenFault(FaultKind.REQUEST_REFUSED, "TOKEN_EXISTS", label);
        }
        Slot free = found(module.freeSlot(), "NO_FREE_SLOT", label);
        module.initToken(free.id(), securityOfficer, label);
        Slot slot = found(module.slotOf(label), ReturnValue.CKR_TOKEN_NOT_PRESENT.name(), label);
        try (CryptokiSession session = module.openSession(slot.id(), SessionAccess.READ_WRITE)) {
            session.login(TokenUser.SECURITY_OFFICER, securityOfficer);
            session.initPin(user);
            session.logout();
        }
        return slot;
    }

    private static Slot found(Optional<Slot> slot, String code, String label) throws TokenFault {
        return slot.orElseThrow(() -> new TokenFault(FaultKind.REQUEST_REFUSED, code, label));
    }
}
