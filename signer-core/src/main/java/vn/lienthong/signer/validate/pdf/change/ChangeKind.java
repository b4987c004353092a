package vn.lienthong.signer.validate.pdf.change;

/** What sort of thing a later revision changed. */
public enum ChangeKind {
    /** What follows a signed revision is no exact incremental update. */
    UPDATE_MALFORMED,
    /** The signed revision is not read exactly, so that nothing can be compared with it. */
    REVISION_UNREADABLE,
    /** A signature does not sign just what it has to, or readers would find others than were judged. */
    SIGNATURE_MISPLACED,
    /** A signature stands in the octets, and no field shows it. */
    SIGNATURE_HIDDEN,
    /** What a page shows: contents, resources, boxes, or which pages there are. */
    PAGE,
    /** An annotation was added, changed or removed. */
    ANNOTATION,
    /** A form field was changed in a way that is not filling it in, or one that is locked. */
    FIELD,
    /** The field, picture or dictionary of a signature. */
    SIGNATURE,
    /** An action or a script. */
    ACTION,
    /** Something else that the catalog or the trailer leads to. */
    CATALOG,
    /** Title, author and the like. */
    METADATA,
    /** An object that nothing leads to. */
    UNREACHED,
    /** A change of which it cannot be told what it shows to a person. */
    UNCERTAIN,

    // permitted
    /** A further signature. */
    SIGNED,
    /** A document timestamp. */
    TIMESTAMPED,
    /** A form field was filled in. */
    FILLED,
    /** Certificates and revocation data were added. */
    VALIDATION_DATA;

    /** Whether a signed document may have such a change. */
    public boolean isPermitted() {
        return compareTo(SIGNED) >= 0;
    }
}
