package vn.lienthong.exchange.application.register;

import java.time.Clock;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.register.Binding;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;

/** Gives an incoming dispatch its number when its agency confirms it, where the agency wants that. Thread-safe. */
public final class RegisterArrival {
    private static final EntryColumns EMPTY = new EntryColumns("", "", "", null, "", "", "", "", null);

    private final Numbering numbering;
    private final Clock clock;

    public RegisterArrival(IdSource ids, Clock clock) {
        this.numbering = new Numbering(ids, clock);
        this.clock = clock;
    }

    /** A new document that the agency confirms is in its register if the transaction commits. */
    public void confirmed(Ledger ledger, OrganId recipient, Dispatch dispatch, String by) {
        if (dispatch.type() != MessageType.EDOC
                || dispatch.businessType() != BusinessType.NEW
                || !ledger.registers().settings(recipient).onConfirmation()) {
            return;
        }
        int year = VietnamTime.day(clock.instant()).getYear();
        BookId book = new BookId(recipient, Direction.INCOMING, year);
        // That a register is closed is no reason not to take what was confirmed: it has no number then.
        if (ledger.registers().open(book, clock.instant()).closing() != null) {
            return;
        }
        NewEntry arrived =
                new NewEntry(EMPTY, Handover.NONE, new DocId(dispatch.id().value()), null, null);
        numbering.give(
                ledger,
                book,
                DispatchColumns.fill(ledger, arrived, dispatch, book),
                new Binding(dispatch.id(), dispatch.content().digest()),
                by);
    }
}
