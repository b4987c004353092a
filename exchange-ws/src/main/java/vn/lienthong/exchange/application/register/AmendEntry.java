package vn.lienthong.exchange.application.register;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Cancellation;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/**
 * What may still be done to an entry: it is cancelled, or what became of its document is added. Nothing that it says is ever
 * changed in place. Thread-safe; harmless when repeated.
 */
public final class AmendEntry {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public AmendEntry(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What is added to an entry; empty texts and null leave what is there.
     *
     * @param dispatch with which the document was sent: once it is told it stays
     */
    public record Addition(
            Handover handover,
            @Nullable DocId dispatch,
            @Nullable Sha256Digest document) {}

    /**
     * The number is not used: it stays in the register as cancelled and is never given again.
     *
     * @param reason 1 to {@link Cancellation#LONGEST_REASON} characters
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code not-found}, {@code register-closed}; {@code
     *     register-entry-cancelled} if it was cancelled for another reason
     */
    public Registered cancel(Caller caller, BookName name, UUID entry, String reason) {
        return unitOfWork.inTransaction(ledger -> {
            RegisterEntry found = locked(ledger, name.of(ledger, caller), entry);
            Cancellation before = found.cancellation();
            if (before != null && before.reason().equals(reason)) {
                return new Registered(found, true);
            }
            requireChangeable(ledger, found);
            Cancellation cancellation = new Cancellation(reason, now(), caller.name());
            ledger.registers().cancel(entry, cancellation);
            TreeMap<String, String> details = Notes.of(found);
            details.put("reason", reason);
            note(ledger, Deed.REGISTER_ENTRY_CANCELLED, cancellation.at(), found, caller, details);
            return new Registered(again(ledger, found), false);
        });
    }

    /**
     * The entry says that too.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code not-found}, {@code register-closed}, {@code
     *     register-entry-cancelled}; {@code dispatch-registered-already} if dispatch or entry belong to another
     */
    public Registered add(Caller caller, BookName name, UUID entry, Addition addition) {
        return unitOfWork.inTransaction(ledger -> {
            RegisterEntry found = locked(ledger, name.of(ledger, caller), entry);
            requireChangeable(ledger, found);
            boolean bound = bind(ledger, found, addition.dispatch());
            Handover handover = found.handover().with(addition.handover());
            Sha256Digest document =
                    addition.document() == null ? found.binding().document() : addition.document();
            boolean changed = !handover.equals(found.handover())
                    || !Objects.equals(document, found.binding().document());
            if (changed) {
                ledger.registers().addTo(entry, handover, document, now(), caller.name());
            }
            if (!changed && !bound) {
                return new Registered(found, true);
            }
            RegisterEntry complete = again(ledger, found);
            note(ledger, Deed.REGISTER_ENTRY_COMPLETED, now(), found, caller, details(complete));
            return new Registered(complete, false);
        });
    }

    private static boolean bind(Ledger ledger, RegisterEntry entry, @Nullable DocId id) {
        if (id == null) {
            return false;
        }
        DispatchId dispatch =
                RegisterDocument.dispatch(ledger, entry.book(), id).id();
        if (dispatch.equals(entry.binding().dispatch())) {
            return false;
        }
        if (entry.binding().dispatch() != null || !ledger.registers().bind(entry, dispatch)) {
            throw OwnBooks.failure(FailureCode.DISPATCH_REGISTERED_ALREADY, dispatch.toString());
        }
        return true;
    }

    private static RegisterEntry locked(Ledger ledger, BookId book, UUID entry) {
        return OwnBooks.found(ledger.registers().lockEntry(book, entry), entry.toString());
    }

    private static RegisterEntry again(Ledger ledger, RegisterEntry entry) {
        return ledger.registers().find(entry.book(), entry.id()).orElseThrow();
    }

    private static void requireChangeable(Ledger ledger, RegisterEntry entry) {
        if (ledger.registers().find(entry.book()).orElseThrow().closing() != null) {
            throw OwnBooks.failure(FailureCode.REGISTER_CLOSED, entry.book().name());
        }
        if (entry.cancellation() != null) {
            throw OwnBooks.failure(
                    FailureCode.REGISTER_ENTRY_CANCELLED, entry.place().printed());
        }
    }

    private static TreeMap<String, String> details(RegisterEntry entry) {
        TreeMap<String, String> details = Notes.of(entry);
        if (entry.handover().transferredOn() != null) {
            details.put("transferred", entry.handover().transferredOn().toString());
        }
        if (entry.binding().dispatch() != null) {
            details.put("dispatch", entry.binding().dispatch().toString());
        }
        if (entry.binding().document() != null) {
            details.put("document", entry.binding().document().hex());
        }
        return details;
    }

    private static void note(
            Ledger ledger, Deed deed, Instant at, RegisterEntry entry, Caller caller, TreeMap<String, String> details) {
        ledger.audit().append(new AuditNote(deed, at, entry.book().agency(), caller.name(), null, null, details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
