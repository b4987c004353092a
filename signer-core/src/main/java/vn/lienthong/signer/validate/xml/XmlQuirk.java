package vn.lienthong.signer.validate.xml;

/** What an element holds directly besides elements. */
enum XmlQuirk {
    /** Text that is not white space. */
    TEXT,
    /** Text with characters that base64 has not. */
    NOT_BASE64,
    /** A comment. */
    COMMENT,
    /** A processing instruction. */
    INSTRUCTION,
    /** A declaration of a namespace that is neither known nor declared around it. */
    NAMESPACE
}
