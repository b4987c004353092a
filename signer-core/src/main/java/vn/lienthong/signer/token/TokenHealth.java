package vn.lienthong.signer.token;

/**
 * What is known of a token, as shown to operators.
 *
 * @param label the token's CKA label, or a name of its own for tokens that are none
 * @param usable whether the next request to sign is expected to be answered
 * @param openSessions sessions open now
 * @param busySessions sessions inside a call now
 * @param hungCalls calls that passed their deadline and have not returned
 * @param detail one English sentence for the operator; holds no secret
 */
public record TokenHealth(
        String label, boolean usable, int openSessions, int busySessions, int hungCalls, String detail) {}
