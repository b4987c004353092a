package vn.lienthong.signer.token;

import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * Something that signs digests with keys it never gives out: an HSM through PKCS#11, or a software key in tests.
 *
 * <p>Thread-safe. Every call ends within the deadline that the token was configured with, also when the device behind it
 * is dead or hangs.
 */
public interface SigningToken extends AutoCloseable {

    /**
     * The outcome holds a signature over {@code digest} by the key of that alias, or says why there is none. ECDSA
     * signatures are DER (X9.62), RSA ones as long as the modulus.
     *
     * <p>{@code digest} is of the algorithm that the scheme names; another one is {@link SigningOutcome.Refused}.
     */
    SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest);

    /** What is known of the token now, without touching the device. */
    TokenHealth health();

    /** No call is answered after this one; sessions are closed. Safe to repeat. */
    @Override
    void close();
}
