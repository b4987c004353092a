package vn.lienthong.exchange.infrastructure.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAssertion;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAttestation;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier;

/**
 * WebAuthn by WebAuthn4J: one origin and one relying party each time, user verification always. Which make an
 * authenticator is of is not asked for (attestation "none"): the official registers it with PIN and one-time password.
 * Thread-safe.
 */
public final class WebAuthn4jVerifier implements PasskeyVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(WebAuthn4jVerifier.class);

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final Origin origin;
    private final String relyingParty;

    /**
     * @param origin of the pages, such as {@code https://ky.example.vn}
     * @param relyingParty the host of the origin, or a domain above it
     */
    public WebAuthn4jVerifier(String origin, String relyingParty) {
        this.origin = new Origin(origin);
        this.relyingParty = relyingParty;
    }

    @Override
    public String relyingParty() {
        return relyingParty;
    }

    @Override
    public Optional<Registered> register(byte[] challenge, PasskeyAttestation attestation) {
        try {
            RegistrationRequest request = new RegistrationRequest(
                    decoded(attestation.attestationObject()), decoded(attestation.clientDataJson()));
            var data = manager.verify(
                    request, new RegistrationParameters(server(origin, challenge), ALGORITHMS, true, true));
            var attestationObject = data.getAttestationObject();
            if (attestationObject == null) {
                return Optional.empty();
            }
            var authenticatorData = attestationObject.getAuthenticatorData();
            AttestedCredentialData credential = authenticatorData.getAttestedCredentialData();
            return credential == null || !isLongEnough(credential.getCredentialId())
                    ? Optional.empty()
                    : Optional.of(new Registered(
                            encoded(credential.getCredentialId()),
                            encoded(credentials.convert(credential)),
                            authenticatorData.getSignCount()));
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            LOG.info("a new passkey was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong verify(Passkey passkey, byte[] challenge, PasskeyAssertion assertion, Optional<String> pages) {
        byte[] id = decoded(passkey.id());
        try {
            AuthenticationRequest request = new AuthenticationRequest(
                    decoded(assertion.credentialId()),
                    decoded(assertion.authenticatorData()),
                    decoded(assertion.clientDataJson()),
                    decoded(assertion.signature()));
            CredentialRecordImpl known = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    passkey.signCount(),
                    credentials.convert(decoded(passkey.credential())),
                    new AuthenticationExtensionsAuthenticatorOutputs<>(),
                    null,
                    null,
                    null);
            var data = manager.verify(
                    request,
                    new AuthenticationParameters(
                            server(pages.map(Origin::new).orElse(origin), challenge), known, List.of(id), true, true));
            var authenticatorData = data.getAuthenticatorData();
            return authenticatorData == null ? OptionalLong.empty() : OptionalLong.of(authenticatorData.getSignCount());
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            LOG.info("a passkey's answer was refused: {}", e.getClass().getSimpleName());
            return OptionalLong.empty();
        }
    }

    /** Source: WebAuthn §4 (Credential ID): at least 16 octets, and at most 1,023. */
    private static boolean isLongEnough(byte[] id) {
        return id.length >= 16 && id.length <= 1023;
    }

    private ServerProperty server(Origin pages, byte[] challenge) {
        return new ServerProperty(pages, relyingParty, new DefaultChallenge(challenge));
    }

    private static byte[] decoded(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
