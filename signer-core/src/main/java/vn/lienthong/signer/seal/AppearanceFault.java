package vn.lienthong.signer.seal;

/** Why a visible signature cannot be drawn. */
public enum AppearanceFault {
    /** Not a PNG image, or one that cannot be decoded. */
    IMAGE_MALFORMED,
    /** More octets or pixels than allowed. */
    IMAGE_TOO_LARGE,
    /** No such page, the rectangle leaves the page, or the page is displayed rotated. */
    PLACEMENT_OFF_PAGE,
    /** The name or the signature that the placement refers to is not in the document. */
    PLACEMENT_NOT_FOUND,
    /** The text holds a character that the bundled font cannot show, or does not fit. */
    TEXT_NOT_SHOWABLE
}
