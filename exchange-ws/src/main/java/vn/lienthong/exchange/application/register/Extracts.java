package vn.lienthong.exchange.application.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Extract;

/** What the first page of a register says, from the directory. */
final class Extracts {
    private Extracts() {}

    static Extract of(
            Ledger ledger,
            BookId book,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant closedAt,
            Extract.@Nullable LastWords closing) {
        Agency agency = ledger.agencies().find(book.agency()).orElseThrow();
        String superior = agency.parent() == null ? "" : DispatchColumns.name(ledger, agency.parent());
        return new Extract(book, superior, agency.name(), from, to, closedAt, closing);
    }
}
