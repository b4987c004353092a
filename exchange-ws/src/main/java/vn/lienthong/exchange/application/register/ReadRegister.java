package vn.lienthong.exchange.application.register;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.domain.register.RegisterSettings;

/** What stands in the registers of the caller's own agencies. Thread-safe. */
public final class ReadRegister {
    private final UnitOfWork unitOfWork;

    public ReadRegister(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** @throws vn.lienthong.exchange.domain.failure.FailureException {@code not-found} if nothing was ever written in it */
    public Book book(Caller caller, BookName name) {
        return unitOfWork.reading(ledger -> {
            BookId book = name.of(ledger, caller);
            return OwnBooks.found(ledger.registers().find(book), book.name());
        });
    }

    /** Those wanted behind that place, in the order of their numbers. */
    public List<RegisterEntry> list(Caller caller, BookName name, EntryFilter filter, Place after, int most) {
        return unitOfWork.reading(ledger -> ledger.registers().list(name.of(ledger, caller), filter, after, most));
    }

    public RegisterEntry entry(Caller caller, BookName name, UUID entry) {
        return unitOfWork.reading(ledger ->
                OwnBooks.found(ledger.registers().find(name.of(ledger, caller), entry), entry.toString()));
    }

    public RegisterSettings settings(Caller caller, @Nullable OrganId agency) {
        return unitOfWork.reading(ledger -> ledger.registers().settings(OwnBooks.agency(ledger, caller, agency)));
    }

    /** All of a register, a page at a time: nothing is held in the database in between. To be used by one thread. */
    Iterator<RegisterEntry> all(BookId book, EntryFilter filter) {
        return new EntryPages(
                after -> unitOfWork.reading(ledger -> ledger.registers().list(book, filter, after, EntryPages.SIZE)));
    }
}
