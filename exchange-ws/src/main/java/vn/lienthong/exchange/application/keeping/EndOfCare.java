package vn.lienthong.exchange.application.keeping;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.KeptId;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Signed files leave the server's care: by their owner's will, or by the operator's rule after a time. The audit log keeps which
 * files they were; the octets that nothing else refers to are swept from the store. Thread-safe.
 */
public final class EndOfCare {
    /** By whom what the rule removes is removed. */
    private static final String RULE = "kept-signature-days";

    /** Few enough that nobody waits for the transaction. */
    private static final int AT_ONCE = 100;

    private final UnitOfWork unitOfWork;
    private final Optional<Duration> longest;
    private final Clock clock;

    /** @param longest how long a file stays in care after it was signed; for ever if empty */
    public EndOfCare(UnitOfWork unitOfWork, Optional<Duration> longest, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.longest = longest;
        this.clock = clock;
    }

    /** @throws FailureException {@code not-found} if the caller has no such file */
    public void remove(Caller owner, KeptId id) {
        unitOfWork.inTransaction(ledger -> {
            KeptSignature kept = ledger.keptSignatures()
                    .find(id, owner.name())
                    .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, id.toString())));
            return remove(ledger, kept, owner.name());
        });
    }

    /** What is longer in care than the rule says is gone. How many. */
    public int removeByRule() {
        if (longest.isEmpty()) {
            return 0;
        }
        int all = 0;
        int some;
        do {
            some = unitOfWork.inTransaction(ledger -> {
                List<KeptSignature> over =
                        ledger.keptSignatures().keptBefore(clock.instant().minus(longest.get()), AT_ONCE);
                over.forEach(kept -> remove(ledger, kept, RULE));
                return over.size();
            });
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private boolean remove(Ledger ledger, KeptSignature kept, String by) {
        // Before they are gone: what is said of them afterwards is what the log says.
        String files = ledger.keptSignatures().versions(kept.id()).stream()
                .map(version -> version.content().digest().hex())
                .collect(Collectors.joining(" "));
        if (!ledger.keptSignatures().remove(kept.id())) {
            throw new FailureException(
                    Failure.of(FailureCode.NOT_FOUND, kept.id().toString()));
        }
        TreeMap<String, String> details = KeptNotes.details(kept);
        details.put("owner", kept.owner());
        details.put("files", files);
        ledger.audit()
                .append(new AuditNote(Deed.KEPT_SIGNATURE_REMOVED, clock.instant(), null, by, null, null, details));
        return true;
    }
}
