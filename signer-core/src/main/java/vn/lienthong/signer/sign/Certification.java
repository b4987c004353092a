package vn.lienthong.signer.sign;

/**
 * What a certified PDF allows afterwards. Certifying is the first signature's; each later one is an approval.
 *
 * <p>Source: ISO 32000-2 §12.8.2.2, table 257.
 */
public enum Certification {
    /**
     * Nothing. ISO 32000-2 lets validation data and document timestamps in all the same; Acrobat does not, so the signature
     * cannot be kept valid for long, and nobody else can sign.
     */
    NO_CHANGES(1),
    /**
     * Filling in forms and signing. The usual choice: an agency's seal, further signatures and what LT and LTA add come after
     * the first signature of an official document.
     */
    FORMS_AND_SIGNATURES(2),
    /** Annotations besides. */
    ANNOTATIONS_TOO(3);

    private final int permission;

    Certification(int permission) {
        this.permission = permission;
    }

    /** The value of the entry P. */
    public int permission() {
        return permission;
    }
}
