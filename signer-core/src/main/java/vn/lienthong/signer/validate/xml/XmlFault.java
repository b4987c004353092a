package vn.lienthong.signer.validate.xml;

/** What is wrong with an XML signature besides its cryptography. */
public enum XmlFault {
    /** An element, attribute, text or comment stands where XMLDSig and XAdES have none, or one is missing or doubled. */
    STRUCTURE_WRONG,
    /** More than one element bears an Id that a signature uses. */
    ID_NOT_UNIQUE,
    /** A reference of a form, or to a place, by which no honest document is signed. */
    REFERENCE_NOT_ALLOWED,
    /** A transform that can leave something out, or turn it into something else. */
    TRANSFORM_NOT_ALLOWED,
    /** A canonicalization or signature method that is not on the list: HMAC among them. */
    METHOD_NOT_ALLOWED,
    /** Something of the document is not covered by each signature. */
    PART_NOT_SIGNED,
    /** An Object inside the signature is not covered by it. */
    OBJECT_NOT_SIGNED,
    /** XAdES's SignedProperties are not what the signature signs. */
    PROPERTIES_NOT_SIGNED,
    /** An unsigned property of no known kind. */
    UNSIGNED_PROPERTY_UNKNOWN,
    /** KeyInfo points elsewhere, or names a key other than the certificate's. */
    KEY_INFO_NOT_ALLOWED,
    /** Something unsigned that no certificate bears out, or that nothing here follows. */
    NOT_CHECKED,
    /** A comment stands within text, so that readers may take half of it; no signature covers it. */
    COMMENT_IN_TEXT,
    /** A comment between elements, which no signature covers. */
    COMMENT_NOT_SIGNED,
    /** The content that was handed in beside the signature is not what it signs. */
    DETACHED_CONTENT_NOT_SIGNED
}
