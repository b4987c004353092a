package vn.lienthong.signer.pdf;

/** A document is not what the strict reader reads. */
public final class PdfFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What follows from it. */
    public enum Kind {
        /** Against the standard, so that readers repair it, each in its own way. */
        MALFORMED,
        /** Allowed by the standard, and not read here. */
        UNFAMILIAR,
        /** Encrypted, with or without a password. */
        ENCRYPTED,
        /** More objects, deeper or larger ones than any real document has. */
        TOO_COMPLEX
    }

    private final Kind kind;

    public PdfFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static PdfFault malformed(String message) {
        return new PdfFault(Kind.MALFORMED, message);
    }

    static PdfFault unfamiliar(String message) {
        return new PdfFault(Kind.UNFAMILIAR, message);
    }

    static PdfFault tooComplex(String message) {
        return new PdfFault(Kind.TOO_COMPLEX, message);
    }

    public Kind kind() {
        return kind;
    }
}
