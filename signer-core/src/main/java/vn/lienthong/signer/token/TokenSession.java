package vn.lienthong.signer.token;

import java.util.OptionalLong;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * One session with a token. Used by one thread at a time. Any method may block for as long as the device likes: the pool
 * is what bounds it.
 */
public interface TokenSession extends AutoCloseable {

    /**
     * The token's user is logged in, whether by this call or by an earlier one of this process.
     *
     * @throws TokenFault of kind {@link FaultKind#PIN_REFUSED} if the token does not take the PIN
     */
    void login(Pin pin) throws TokenFault;

    /** The session was alive and logged in a moment ago. */
    void check() throws TokenFault;

    /** The handle of the private key, good for this session only; empty if the token shows none. */
    OptionalLong findPrivateKey(KeyLocator locator) throws TokenFault;

    /**
     * The signature: PKCS#1 or PSS as long as the modulus, ECDSA as DER, EdDSA as RFC 8032 writes it.
     *
     * @param input the digest's octets, or the message for a scheme that is over messages
     */
    Bytes sign(long privateKey, SignatureScheme scheme, Bytes input) throws TokenFault;

    /** The session is given back; a fault of the device while closing is of no interest any more. */
    @Override
    void close();
}
