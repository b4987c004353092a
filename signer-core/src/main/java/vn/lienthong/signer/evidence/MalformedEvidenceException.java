package vn.lienthong.signer.evidence;

/** The octets are not what the evidence format lays down. The message is one English sentence without secrets. */
public final class MalformedEvidenceException extends java.io.IOException {
    private final Reason reason;

    /** What kind of rule was broken. */
    public enum Reason {
        NOT_JSON,
        NOT_CANONICAL,
        FIELD_MISSING,
        FIELD_UNKNOWN,
        FIELD_WRONG,
        NOT_ZIP,
        ENTRY_NOT_ALLOWED,
        ENTRY_DUPLICATE,
        ENTRY_MISSING,
        LIMIT_EXCEEDED,
        NOT_A_CERTIFICATE
    }

    public MalformedEvidenceException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public MalformedEvidenceException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
