package vn.lienthong.signer.validate.xml;

/** Where the content of an XML signature is looked for. */
public enum Packaging {
    /** In the document itself. */
    ALONE,
    /** In a file that was handed in beside it. */
    WITH_DETACHED_CONTENT,
    /** In the files of the ASiC container that it is a part of. */
    IN_CONTAINER
}
