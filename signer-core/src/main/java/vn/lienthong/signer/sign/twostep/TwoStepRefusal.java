package vn.lienthong.signer.sign.twostep;

/** Why a second step that does not continue its first one is refused. Each constant's name is a stable code. */
public enum TwoStepRefusal {
    /** The continuation was not sealed with this server's key, or was changed since. */
    CONTINUATION_FOREIGN,
    /** Its time is over: the document is to be prepared again. */
    CONTINUATION_EXPIRED,
    /** Prepared for another certificate or another scheme. */
    OTHER_CERTIFICATE,
    /** Prepared in another form or for another level. */
    OTHER_REQUEST,
    /** The documents, or what the signature says of itself, are not what was prepared. */
    OTHER_DOCUMENTS,
    /** The signature is not by the key of the certificate over the digest that was prepared. */
    WRONG_SIGNATURE
}
