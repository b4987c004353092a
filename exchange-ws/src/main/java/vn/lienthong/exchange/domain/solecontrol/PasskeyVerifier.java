package vn.lienthong.exchange.domain.solecontrol;

import java.util.Optional;
import java.util.OptionalLong;

/** Judges what authenticators answer; the user has to be present and verified each time. Thread-safe. */
public interface PasskeyVerifier {
    /** What the pages name as the party that keys are made for. Source: WebAuthn §4, relying party identifier. */
    String relyingParty();

    /** Id, credential and counter of the new key; empty if the answer is not one to that challenge. Source: WebAuthn §7.1. */
    Optional<Registered> register(byte[] challenge, PasskeyAttestation attestation);

    /**
     * The authenticator's counter; empty if the key did not sign that challenge on those pages, or the counter did not go
     * forward.
     *
     * <p>Source: WebAuthn §7.2.
     *
     * @param origin of an application's pages; empty for this server's
     */
    OptionalLong verify(Passkey passkey, byte[] challenge, PasskeyAssertion assertion, Optional<String> origin);

    /** What is kept of a new key. */
    record Registered(String id, String credential, long signCount) {}
}
