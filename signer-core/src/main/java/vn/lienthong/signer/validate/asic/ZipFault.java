package vn.lienthong.signer.validate.asic;

/** Why a ZIP is not looked into. */
public enum ZipFault {
    /** It is cut off, or its data does not unpack to what its headers say. */
    MALFORMED,
    /** It unpacks to too much, or has too many entries. */
    TOO_MUCH,
    /** Two entries have one name, or names that some systems take for one. */
    NAMES_DOUBLED,
    /** A name leads out of the folder, or shows itself as another. */
    NAME_UNSAFE,
    /**
     * Readers may see different files in it: local headers and directory differ, something lies before, between or behind
     * the entries, or it uses what not all readers know.
     */
    AMBIGUOUS
}
