package vn.lienthong.exchange.infrastructure.webauthn;

import java.util.Optional;
import java.util.OptionalLong;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAssertion;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAttestation;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier;

/** Where no origin is configured: every passkey is refused, and the pages ask for none. */
public final class NoPasskeys implements PasskeyVerifier {
    @Override
    public String relyingParty() {
        return "";
    }

    @Override
    public Optional<Registered> register(byte[] challenge, PasskeyAttestation attestation) {
        return Optional.empty();
    }

    @Override
    public OptionalLong verify(Passkey passkey, byte[] challenge, PasskeyAssertion assertion, Optional<String> origin) {
        return OptionalLong.empty();
    }
}
