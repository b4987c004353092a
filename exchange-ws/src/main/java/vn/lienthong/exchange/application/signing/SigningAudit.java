package vn.lienthong.exchange.application.signing;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** Writes down each use of a key, and each use that was refused, before the caller learns of it. Thread-safe. */
public final class SigningAudit {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public SigningAudit(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public void record(Deed deed, Caller caller, Map<String, String> details) {
        AuditNote note = new AuditNote(deed, clock.instant(), null, caller.name(), null, null, new TreeMap<>(details));
        unitOfWork.inTransaction(ledger -> {
            ledger.audit().append(note);
            return true;
        });
    }
}
