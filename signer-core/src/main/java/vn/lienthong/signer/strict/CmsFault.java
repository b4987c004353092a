package vn.lienthong.signer.strict;

/** What is wrong with a CMS SignedData besides its signature. */
public enum CmsFault {
    /** Not DER, an element stands under another tag than its own, or something follows. */
    NOT_DER,
    /** No SignedData with exactly one signer. */
    NOT_ONE_SIGNER,
    /** A version number is not what RFC 5652 §5.1 and §5.3 derive from the content. */
    VERSION_WRONG,
    /** The list of digest algorithms is not that of the signer, or an algorithm has parameters that say nothing to it. */
    ALGORITHMS_WRONG,
    /** The signer's identifier names no certificate that is there. */
    SIGNER_IDENTIFIER_WRONG,
    /** An unsigned attribute other than a timestamp over the signature. */
    UNSIGNED_ATTRIBUTE_UNKNOWN,
    /** A timestamp over the signature cannot be read, or its own signature or imprint is wrong. */
    TIMESTAMP_BROKEN,
    /** A certificate or CRL that does not decode, or that no known authority signed as it is. */
    STRANGE_CERTIFICATE
}
