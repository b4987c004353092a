package vn.lienthong.signer.validate.asic;

/** What is wrong with a container besides its signatures' cryptography. */
public enum AsicFault {
    /** The file {@code mimetype} names no ASiC container, or the comment names another one. */
    MIMETYPE_WRONG,
    /** There is no file {@code mimetype}. */
    MIMETYPE_MISSING,
    /** {@code mimetype} is not first, is compressed, or has an extra field. */
    MIMETYPE_NOT_PLAIN,
    /** The archive has a comment of its own, which no signature covers. */
    COMMENT_NOT_SIGNED,
    /** No signature covers the file. */
    FILE_NOT_SIGNED,
    /** Not all signatures cover the file. */
    SIGNATURES_DIFFER,
    /** A file of META-INF is of no known kind. */
    META_INF_UNKNOWN,
    /** A file of META-INF that is of a known kind, and that nothing here looks into. */
    META_INF_NOT_CHECKED,
    /** A manifest or XML file of META-INF cannot be read. */
    MANIFEST_MALFORMED,
    /** A signature has no manifest, or more than one, a manifest has no signature, or the list of files says more. */
    MANIFEST_DOUBTFUL,
    /** A manifest or signature names a file that is not there. */
    NAMED_FILE_MISSING,
    /** A manifest or signature names a file in a way that could mean two. */
    NAME_AMBIGUOUS,
    /** A container for one file holds several. */
    NOT_ONE_FILE
}
