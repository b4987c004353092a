package vn.lienthong.exchange.boundary.vxp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.account.VxpPeer;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Knows a caller by the HMAC over its signed header. The same signed request may come again and again, since a client
 * polls with the timestamp of its making. Thread-safe.
 */
final class VxpAuthenticator {
    /** Stands in for the secret of a system that is not known, so that the answer takes as long. */
    private static final SharedSecret NOBODY = SharedSecret.of(new byte[32]);

    private final Authenticate authenticate;
    private final FailedAttempts failedAttempts;
    private final VxpSettings settings;
    private final Clock clock;

    VxpAuthenticator(Authenticate authenticate, FailedAttempts failedAttempts, VxpSettings settings, Clock clock) {
        this.authenticate = authenticate;
        this.failedAttempts = failedAttempts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whose request it is.
     *
     * @param changes whether it sends or changes something
     * @throws FailureException if the request is not its system's, or not of this time
     */
    SignedRequest authenticate(XroadHeaders headers, boolean changes) {
        String octets = credential(headers, "sign-header");
        String systemId = credential(headers, "systemid");
        String source = headers.source() + " " + systemId;
        failedAttempts.require(source, systemId);
        Optional<VxpPeer> peer =
                SystemId.isWellFormed(systemId) ? authenticate.vxpPeer(new SystemId(systemId)) : Optional.empty();
        SharedSecret secret = peer.map(VxpPeer::secret).orElse(NOBODY);
        String text =
                signedText(octets, secret, credential(headers, "hash-header")).orElseThrow(() -> failed(source));
        VxpPeer known = peer.orElseThrow(() -> failed(source));
        failedAttempts.succeeded(source, systemId);
        SignedHeader signed = SignedHeader.parse(text)
                .orElseThrow(() -> refused(FailureCode.PARAMETER_INVALID, XroadHeaders.PREFIX + "sign-header"));
        SignedRequest request = new SignedRequest(known.caller(), signed, headers);
        if (!request.optional("systemid").equals(Optional.of(systemId))) {
            throw refused(FailureCode.HEADER_NOT_SIGNED, XroadHeaders.PREFIX + "systemid");
        }
        requireFresh(request, changes);
        return request;
    }

    private FailureException failed(String source) {
        failedAttempts.failed(source);
        return refused(FailureCode.CREDENTIALS_INVALID);
    }

    private static String credential(XroadHeaders headers, String name) {
        return headers.octets(name).orElseThrow(() -> refused(FailureCode.CREDENTIALS_INVALID));
    }

    /**
     * What was signed, if the hash is right. The client hashes UTF-8; whether it also sends UTF-8, or the ISO 8859-1 that
     * HTTP asks for, depends on its HTTP library. Both are tried: either way the text is the one that was hashed.
     */
    private static Optional<String> signedText(String octets, SharedSecret secret, String hash) {
        byte[] asSent = octets.getBytes(StandardCharsets.ISO_8859_1);
        byte[] reencoded = octets.getBytes(StandardCharsets.UTF_8);
        boolean sentUtf8 = matches(secret, asSent, hash);
        boolean sentLatin = matches(secret, reencoded, hash);
        if (sentUtf8) {
            return Optional.of(new String(asSent, StandardCharsets.UTF_8));
        }
        return sentLatin ? Optional.of(octets) : Optional.empty();
    }

    private static boolean matches(SharedSecret secret, byte[] message, String hash) {
        String expected = HexFormat.of().formatHex(secret.hmacSha256(message));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private void requireFresh(SignedRequest request, boolean changes) {
        String text = request.optional("timestamp")
                .orElseThrow(() -> refused(FailureCode.HEADER_NOT_SIGNED, XroadHeaders.PREFIX + "timestamp"));
        Instant timestamp = VxpTime.timestamp(text).orElseThrow(() -> refused(FailureCode.TIMESTAMP_STALE, text));
        if (!VxpTime.isWithin(settings, changes, timestamp, clock)) {
            throw refused(FailureCode.TIMESTAMP_STALE, text);
        }
    }

    private static FailureException refused(FailureCode code, String... arguments) {
        return new FailureException(Failure.of(code, arguments));
    }
}
