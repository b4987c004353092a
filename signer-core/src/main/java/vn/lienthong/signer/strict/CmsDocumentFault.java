package vn.lienthong.signer.strict;

/** What is wrong with a CMS document besides its signatures' cryptography. */
public enum CmsDocumentFault {
    /** Not whole BER, something follows, or an encoding that readers take differently. */
    ENCODING_WRONG,
    /** No SignedData. */
    NOT_SIGNED_DATA,
    /** A version number or list of algorithms is not what RFC 5652 §5.1 and §5.3 derive from the content. */
    HEADER_WRONG,
    /** The signer's identifier names no certificate that is there, or several. */
    SIGNER_IDENTIFIER_WRONG,
    /** A signer signs the content alone: nothing binds its certificate or the content's type. */
    NO_SIGNED_ATTRIBUTES,
    /** The content is itself a set of signed attributes: a signature over something else, shown as one over it. */
    CONTENT_IS_SIGNED_ATTRIBUTES,
    /** A signed attribute that must be there once is missing, doubled, or has several values. */
    SIGNED_ATTRIBUTES_WRONG,
    /** The content is said to be of one type and signed as another. */
    CONTENT_TYPE_WRONG,
    /** The signed reference to the signer's certificate names another one. */
    SIGNING_CERTIFICATE_WRONG,
    /** Nothing signed says which certificate is the signer's: another one of the same key would do as well. */
    SIGNING_CERTIFICATE_NOT_BOUND,
    /** An unsigned attribute of no known kind, or empty. */
    UNSIGNED_ATTRIBUTE_UNKNOWN,
    /** References to evidence that may be anywhere: nothing here follows them. */
    ATTRIBUTE_NOT_CHECKED,
    /** A timestamp over the signature cannot be read, or its own signature or imprint is wrong. */
    TIMESTAMP_BROKEN,
    /** A certificate or revocation data of a kind that nothing here checks. */
    KIND_UNKNOWN
}
