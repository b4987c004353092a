package vn.lienthong.signer.token;

import java.time.Duration;

/**
 * A way to reach one token, found anew by its label whenever a session is opened after a loss. Thread-safe.
 *
 * <p>The pool owns the sessions it opens; the driver owns whatever is shared between them.
 */
public interface TokenDriver extends AutoCloseable {

    /** The label by which operators know the token. */
    String label();

    /**
     * A new session with the token, not logged in.
     *
     * @throws TokenFault of kind {@link FaultKind#DEVICE_LOST} if no slot holds a token of that label
     */
    TokenSession openSession() throws TokenFault;

    /**
     * The module behind the token was shut down and started again, unless the answer says otherwise. Every session that
     * was opened before is void, those of other tokens in the same module too.
     *
     * @param interval how long the module has to have been running: shutting down hits every token it serves
     * @param drain how long to wait for calls inside the module to return; it is never shut down under a call
     * @throws TokenFault if the module does not start again
     */
    Reinitialisation reinitialise(Duration interval, Duration drain) throws TokenFault;

    /** What became of a request to start the module again. */
    enum Reinitialisation {
        /** The module started again since this driver's last fault, by this request or another pool's. */
        DONE,
        /** The module was started less than the interval ago. */
        TOO_SOON,
        /** A call is still inside the module. */
        BUSY
    }

    /** The driver's share of the module is given back. Safe to repeat. */
    @Override
    void close();
}
