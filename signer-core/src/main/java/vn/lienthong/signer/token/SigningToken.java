package vn.lienthong.signer.token;

import java.util.List;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * Something that signs with keys it never gives out: an HSM through PKCS#11, or a software key in tests.
 *
 * <p>Thread-safe. Every call ends within the deadline that the token was configured with, also when the device behind it
 * is dead or hangs.
 */
public interface SigningToken extends AutoCloseable {
    /** Signed attributes have some hundred octets, an XML SignedInfo of fifty references some ten thousand. */
    int LONGEST_MESSAGE = 64 * 1024;

    /**
     * The outcome holds a signature over {@code digest} by the key of that alias, or says why there is none. ECDSA
     * signatures are DER (X9.62), RSA ones as long as the modulus.
     *
     * <p>{@code digest} is of the algorithm that the scheme names; another one is {@link SigningOutcome.Refused}.
     */
    SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest);

    /**
     * The outcome holds a signature over {@code message}, whose digest is made here where the scheme signs one. EdDSA signs
     * the message itself, in the token, so it is short: up to {@value #LONGEST_MESSAGE} octets.
     */
    default SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        return scheme.isOverMessage()
                ? new SigningOutcome.Refused(
                        SigningOutcome.RefusalReason.SCHEME_NOT_SUPPORTED, "this token signs digests alone")
                : sign(key, scheme, scheme.digest().digest(message));
    }

    /**
     * One outcome a digest, in their order. Where one of them says that the token is down, those before it may hold
     * signatures: partial results are results.
     *
     * <p>A token that can signs many digests in one stay in its device, which costs hardly more than the device's own time;
     * the deadline counts from the latest signature then.
     */
    default List<SigningOutcome> signAll(KeyAlias key, SignatureScheme scheme, List<Digest> digests) {
        return digests.stream().map(digest -> sign(key, scheme, digest)).toList();
    }

    /** What is known of the token now, without touching the device. */
    TokenHealth health();

    /** No call is answered after this one; sessions are closed. Safe to repeat. */
    @Override
    void close();
}
