package vn.lienthong.exchange.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.domain.audit.AuditTrail.Attributed;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger.Use;

/** Puts uses of keys on the record, each with its audit entry and nothing else, in a transaction of its own. Thread-safe. */
public interface UseRecords {

    /**
     * What still meets the conditions that it was permitted by is durable, the use and its note; of the others there is
     * nothing on the record.
     *
     * @return for each use, in order, whether it was recorded
     */
    List<Boolean> record(List<NotedUse> uses);

    /** @param note names no dispatch */
    record NotedUse(Use use, Attributed note) {}

    /** Through the ledger's own parts. */
    static UseRecords through(UnitOfWork unitOfWork) {
        return uses -> unitOfWork.inTransaction(ledger -> {
            List<Boolean> recorded =
                    ledger.usage().record(uses.stream().map(NotedUse::use).toList());
            List<Attributed> notes = new ArrayList<>();
            for (int i = 0; i < uses.size(); i++) {
                if (recorded.get(i)) {
                    notes.add(uses.get(i).note());
                }
            }
            if (!notes.isEmpty()) {
                ledger.audit().append(notes);
            }
            return recorded;
        });
    }
}
