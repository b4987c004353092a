package vn.lienthong.exchange.application.register;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.signer.token.KeyAlias;

/**
 * Closes a register when its year is over: nothing in it changes from then on, its digest stands in the audit log, and it has
 * one print for ever. Thread-safe; harmless when repeated: what was left undone is done then.
 */
public final class CloseRegister {
    private final UnitOfWork unitOfWork;
    private final ReadRegister reading;
    private final ClosedFiles files;
    private final Clock clock;

    public CloseRegister(UnitOfWork unitOfWork, ClosedFiles files, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.reading = new ReadRegister(unitOfWork);
        this.files = files;
        this.clock = clock;
    }

    /**
     * The register is closed and has its print.
     *
     * @param key of the agency, which seals the print; without one the print has no seal, and says so
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code register-year-not-over}; what keeps the key from
     *     signing: then the register may be closed already, and its print waits until this is repeated
     */
    public Book close(Caller caller, BookName name, Optional<KeyAlias> key) {
        BookId book = unitOfWork.reading(ledger -> name.of(ledger, caller));
        key.ifPresent(alias -> files.requireKey(caller, alias));
        Book closed = unitOfWork.inTransaction(ledger -> closed(ledger, caller, book));
        if (closed.closing() != null && closed.closing().print() == null) {
            files.print(caller, closed, key);
        }
        return reading.book(caller, name);
    }

    private Book closed(Ledger ledger, Caller caller, BookId id) {
        Optional<Book> locked = ledger.registers().lockBook(id);
        if (locked.isPresent() && locked.get().closing() != null) {
            return locked.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        requireOver(ledger, id, now);
        if (locked.isEmpty()) {
            // A year in which nothing was registered is closed like any other.
            ledger.registers().open(id, now);
        }
        Book book = ledger.registers().lockBook(id).orElseThrow();
        ContentRef xml = files.keepXml(ledger, id, now);
        int entries = book.counters().stream().mapToInt(Place::number).sum();
        ledger.registers().close(id, now, caller.name(), entries, xml);
        ledger.audit()
                .append(new AuditNote(
                        Deed.REGISTER_CLOSED,
                        now,
                        id.agency(),
                        caller.name(),
                        null,
                        null,
                        details(book, entries, xml)));
        return ledger.registers().find(id).orElseThrow();
    }

    /** An agency that is no more gives no numbers any more. */
    private static void requireOver(Ledger ledger, BookId id, Instant now) {
        int year = VietnamTime.day(now).getYear();
        boolean ended = ledger.agencies()
                .record(id.agency())
                .map(agency -> agency.closedAt() != null)
                .orElse(false);
        if (id.year() > year || id.year() == year && !ended) {
            throw OwnBooks.failure(FailureCode.REGISTER_YEAR_NOT_OVER, Integer.toString(id.year()));
        }
    }

    private static TreeMap<String, String> details(Book book, int entries, ContentRef xml) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("register", book.id().name());
        details.put("entries", Integer.toString(entries));
        details.put("sha256", xml.digest().hex());
        book.counters()
                .forEach(last -> details.put(
                        last.series().isEmpty() ? "last" : "last " + last.series(), Integer.toString(last.number())));
        return details;
    }
}
