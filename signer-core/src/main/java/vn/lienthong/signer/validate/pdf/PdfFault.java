package vn.lienthong.signer.validate.pdf;

/** What is wrong with a signed PDF besides what its signatures say. */
public enum PdfFault {
    /** A ByteRange does not start at 0, overlaps, leaves the file, or its hole is not exactly one hexadecimal string. */
    BYTE_RANGE_MALFORMED,
    /** A signed part does not end at the end of a revision. */
    NOT_AT_END_OF_REVISION,
    /** The hole holds more than a CMS and zeros. */
    PADDING_NOT_EMPTY,
    /** The CMS in the hole is not the strict form of one. */
    CONTAINER_NOT_STRICT,
    /** The CMS holds a certificate of unknown origin. */
    STRANGE_CERTIFICATE
}
