package vn.lienthong.exchange.domain.audit;

/** The audit log's writing end; bound to the transaction that it was taken from. */
public interface AuditTrail {

    /** The note is in the log if the transaction commits, and waits for its seal. */
    void append(AuditNote note);
}
