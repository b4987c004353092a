package vn.lienthong.exchange.application.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.register.Binding;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.Registers.Counter;
import vn.lienthong.exchange.domain.register.Registers.Request;
import vn.lienthong.exchange.domain.register.Registers.Requested;

/**
 * Gives numbers out, within the transaction of what they are for: the counter's row is locked from before it is looked at
 * until that transaction ends, on whatever node, so numbers have no gap and none is given twice. Thread-safe.
 */
final class Numbering {
    private final IdSource ids;
    private final Clock clock;

    Numbering(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The document has the next number, or the one that it was given before.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException which rolls the transaction back
     */
    Registered give(Ledger ledger, BookId id, NewEntry asked, Binding binding, String by) {
        Request request = asked.request(id);
        Optional<RegisterEntry> before = before(ledger, id, request, binding.dispatch(), by);
        if (before.isPresent()) {
            return new Registered(before.get(), true);
        }
        requireThisYear(id, clock.instant());
        Book book = ledger.registers().open(id, clock.instant());
        if (book.closing() != null) {
            throw OwnBooks.failure(FailureCode.REGISTER_CLOSED, id.name());
        }
        String series = book.seriesOf(asked.columns().kind());
        Counter counter = ledger.registers().lock(id, series);
        // Again, behind the lock: whoever held it may have been the same request.
        before = before(ledger, id, request, binding.dispatch(), by);
        if (before.isPresent()) {
            return new Registered(before.get(), true);
        }
        RegisterEntry entry = entry(id, new Place(series, counter.lastNumber() + 1), counter, asked, binding, by);
        if (!ledger.registers().add(entry, request)) {
            throw taken(ledger, entry, request);
        }
        note(ledger, entry);
        return new Registered(entry, false);
    }

    /** What was given for the same before; a key that stands for something else is refused. */
    private static Optional<RegisterEntry> before(
            Ledger ledger, BookId id, @Nullable Request request, @Nullable DispatchId dispatch, String by) {
        if (request != null) {
            Optional<Requested> requested = ledger.registers().requested(by, request.key());
            if (requested.isPresent()) {
                if (!requested.get().asked().equals(request.asked())) {
                    throw OwnBooks.failure(
                            FailureCode.IDEMPOTENCY_KEY_REUSED, request.key().value());
                }
                return Optional.of(requested.get().entry());
            }
        }
        return dispatch == null
                ? Optional.empty()
                : ledger.registers().ofDispatch(id.agency(), id.direction(), dispatch);
    }

    /** The time is taken behind the lock, and is never before that of the number before: a clock may be behind another. */
    private RegisterEntry entry(BookId id, Place place, Counter counter, NewEntry asked, Binding binding, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = now.isBefore(counter.lastAt()) ? counter.lastAt() : now;
        LocalDate day = requireThisYear(id, at);
        return new RegisterEntry(ids.next(), id, place, at, day, by, asked.columns(), asked.handover(), binding, null);
    }

    /** Numbers begin with 01 on 1 January and end on 31 December. Source: Decree 30/2020/NĐ-CP, Articles 15 and 22. */
    private static LocalDate requireThisYear(BookId id, Instant at) {
        LocalDate day = VietnamTime.day(at);
        if (day.getYear() != id.year()) {
            throw OwnBooks.failure(FailureCode.REGISTER_NOT_OF_THIS_YEAR, Integer.toString(id.year()));
        }
        return day;
    }

    private static RuntimeException taken(Ledger ledger, RegisterEntry entry, @Nullable Request request) {
        DispatchId dispatch = entry.binding().dispatch();
        if (request != null
                && ledger.registers()
                        .requested(entry.registeredBy(), request.key())
                        .filter(other -> !other.entry().id().equals(entry.id()))
                        .isPresent()) {
            return OwnBooks.failure(
                    FailureCode.IDEMPOTENCY_KEY_REUSED, request.key().value());
        }
        if (dispatch != null
                && ledger.registers()
                        .ofDispatch(entry.book().agency(), entry.book().direction(), dispatch)
                        .isPresent()) {
            return OwnBooks.failure(FailureCode.DISPATCH_REGISTERED_ALREADY, dispatch.toString());
        }
        return OwnBooks.failure(FailureCode.DOCUMENT_CODE_TAKEN, entry.code());
    }

    private static void note(Ledger ledger, RegisterEntry entry) {
        TreeMap<String, String> details = Notes.of(entry);
        details.put("code", entry.code());
        DispatchId dispatch = entry.binding().dispatch();
        if (dispatch != null) {
            details.put("dispatch", dispatch.toString());
        }
        if (entry.binding().document() != null) {
            details.put("document", entry.binding().document().hex());
        }
        ledger.audit()
                .append(new AuditNote(
                        Deed.DOCUMENT_REGISTERED,
                        entry.registeredAt(),
                        entry.book().agency(),
                        entry.registeredBy(),
                        null,
                        null,
                        details));
    }
}
