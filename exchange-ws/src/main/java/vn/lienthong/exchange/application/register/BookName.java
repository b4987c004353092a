package vn.lienthong.exchange.application.register;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Direction;

/**
 * A register as a caller names it.
 *
 * @param agency by any of its codes, or null for the caller's only one
 */
public record BookName(@Nullable OrganId agency, Direction direction, int year) {

    /** @throws vn.lienthong.exchange.domain.failure.FailureException if it is none of the caller's */
    BookId of(Ledger ledger, Caller caller) {
        return new BookId(OwnBooks.agency(ledger, caller, agency), direction, year);
    }
}
