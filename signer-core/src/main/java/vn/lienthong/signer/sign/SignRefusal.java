package vn.lienthong.signer.sign;

/** Why a document is not signed. Each constant's name is a stable code. */
public enum SignRefusal {
    // The document
    /** The file does not start like a PDF. */
    NOT_A_PDF,
    /** It starts like a PDF and cannot be read as one. */
    DOCUMENT_MALFORMED,
    /** It is encrypted, with or without a password. */
    DOCUMENT_ENCRYPTED,
    /** More octets than configured. */
    DOCUMENT_TOO_LARGE,
    /** More pages than configured, or none. */
    DOCUMENT_PAGE_COUNT,
    /** An earlier signature certifies the document and allows no further one (DocMDP P=1, or a field lock). */
    DOCUMENT_CHANGES_FORBIDDEN,
    /** An earlier signature does not cover a whole revision: its ByteRange is malformed, shrunk or overlaps. */
    EXISTING_SIGNATURE_BYTE_RANGE,
    /** An earlier signature does not fit the octets that it covers, or cannot be read. */
    EXISTING_SIGNATURE_BROKEN,
    /** It is to be certified and has a signature already. Source: ISO 32000-2 §12.8.2.2. */
    DOCUMENT_ALREADY_SIGNED,
    /** It is to be signed as XML and is not well-formed. */
    XML_MALFORMED,
    /** It has a document type or entities, or passes the limits of size and depth. */
    XML_HOSTILE,
    /** The file that is to be raised or counter-signed is no signed document of a format known here. */
    SIGNATURE_UNKNOWN,
    /** The documents that a detached signature is over are missing, or are others. */
    SIGNED_DOCUMENT_MISSING,

    /** The field asks for another signature than this one would be (seed value). Source: ISO 32000-2 table 237. */
    FIELD_CONSTRAINT_UNMET,

    // What was asked
    /** The form has no such level, or the level is below what the document has. */
    LEVEL_NOT_POSSIBLE,
    /** None, or more documents than the form or the configuration allows. */
    DOCUMENT_COUNT,
    /** Two documents of one name. */
    DOCUMENT_NAMES,
    /** What was asked for is a PDF's alone, or a format's that has it. */
    NOT_IN_THIS_FORM,
    /** The form has no name for the key's algorithm. */
    ALGORITHM_NOT_POSSIBLE,

    // The certificate and its key
    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET_VALID,
    /** The issuer says that it revoked the certificate. */
    CERTIFICATE_REVOKED,
    /** The certificate's key usage allows neither digitalSignature nor nonRepudiation, or it is a CA's. */
    CERTIFICATE_KEY_USAGE,
    /** RSA under 2048 bits, or a curve under 256 bits. Source: Circular 15/2025/TT-BKHCN, Annex I. */
    KEY_TOO_WEAK,
    /** The scheme does not fit the certificate's key, or the token's signature does not verify with it. */
    KEY_CERTIFICATE_MISMATCH,
    /** The token knows no such key, or does not let it sign so. */
    KEY_REFUSED,

    // The appearance
    /** Not a PNG image, or one that cannot be decoded. */
    IMAGE_MALFORMED,
    /** More octets or pixels than configured. */
    IMAGE_TOO_LARGE,
    /** No such page, or the rectangle leaves the page. */
    PLACEMENT_OFF_PAGE,
    /** The name, the signature or the field that the placement refers to is not in the document. */
    PLACEMENT_NOT_FOUND,
    /** The text holds a character that the bundled font cannot show, or does not fit. */
    TEXT_NOT_SHOWABLE,

    /** The time-stamping authority refused for good. */
    TIMESTAMP_REJECTED,
    /** The revocation status of a certificate of the signature or of a timestamp cannot be had, or is too old. */
    REVOCATION_DATA_MISSING
}
