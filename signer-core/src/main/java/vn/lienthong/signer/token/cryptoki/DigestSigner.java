package vn.lienthong.signer.token.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenFault;

/**
 * Signs digests and short messages in one session: C_SignInit and C_Sign and nothing else, with memory that is laid out once. Used by one
 * thread at a time. This is the path to measure against: the pool adds its own cost on top of it.
 */
public final class DigestSigner {
    /** A DigestInfo of SHA-512 has 83 octets. */
    private static final int LONGEST_CONTENT = 128;

    private final CryptokiSession session;
    /** Freed by the collector: a call that hangs in the module still writes here after everybody gave up on it. */
    private final Arena arena = Arena.ofAuto();

    private MemorySegment content = arena.allocate(LONGEST_CONTENT);
    private final SignatureBuffer signature = new SignatureBuffer(arena);
    private final Map<SignatureScheme, SigningMechanism> mechanisms = new EnumMap<>(SignatureScheme.class);

    public DigestSigner(CryptokiSession session) {
        this.session = session;
    }

    /** The signature over the digest by the private key of that handle: RSA as it is, ECDSA as DER. */
    public Bytes sign(long privateKey, SignatureScheme scheme, Digest digest) throws TokenFault {
        return sign(privateKey, scheme, digest.value());
    }

    /**
     * The same over a digest's octets, or over the message for a scheme that is over messages.
     *
     * @throws TokenFault of kind {@link FaultKind#REQUEST_REFUSED} for a message that is too long
     */
    public Bytes sign(long privateKey, SignatureScheme scheme, Bytes input) throws TokenFault {
        SigningMechanism mechanism = mechanisms.computeIfAbsent(scheme, s -> new SigningMechanism(s, arena));
        makeRoom(input.length() + mechanism.overhead());
        long length = mechanism.write(input, content);
        session.sign(mechanism.nativeMechanism(), privateKey, content, length, signature);
        return Bytes.of(mechanism.encoded(signature.signature()));
    }

    private void makeRoom(int length) throws TokenFault {
        if (length > SigningToken.LONGEST_MESSAGE) {
            throw new TokenFault(FaultKind.REQUEST_REFUSED, "MESSAGE_TOO_LONG", "C_Sign");
        }
        if (length > content.byteSize()) {
            content = arena.allocate(SigningToken.LONGEST_MESSAGE);
        }
    }
}
