package vn.lienthong.exchange.domain.audit;

import java.util.List;

/** The audit log's writing end; bound to the transaction that it was taken from. */
public interface AuditTrail {

    /** The note is in the log if the transaction commits, and waits for its seal. */
    void append(AuditNote note);

    /** The same for notes of several requests, each with its own correlation id. */
    void append(List<Attributed> notes);

    /** @param correlationId ties the note to the log lines of its request */
    record Attributed(AuditNote note, String correlationId) {}
}
