package vn.lienthong.signer.validate.jws;

/** What is wrong with a JWS besides its cryptography. */
public enum JwsFault {
    /** A member or value stands where RFC 7515 and JAdES have none, or base64 has more than one spelling. */
    UNKNOWN,
    /** References, records and policies that nothing here follows. */
    NOT_CHECKED
}
