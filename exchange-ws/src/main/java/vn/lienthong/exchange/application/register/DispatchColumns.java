package vn.lienthong.exchange.application.register;

import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryColumns;

/** What an entry need not be told, since the dispatch says it. */
final class DispatchColumns {
    private DispatchColumns() {}

    /** The same, its empty columns filled in from the dispatch. */
    static NewEntry fill(Ledger ledger, NewEntry asked, Dispatch dispatch, BookId book) {
        EntryColumns given = asked.columns();
        boolean incoming = book.direction() == Direction.INCOMING;
        EntryColumns filled = new EntryColumns(
                given.kind(),
                given.typeName(),
                or(
                        given.notation(),
                        incoming ? dispatch.code().toString() : dispatch.code().notation()),
                given.documentDate() == null ? dispatch.promulgationDate() : given.documentDate(),
                or(given.subject(), shortened(dispatch.subject())),
                incoming && given.author().isEmpty() ? name(ledger, dispatch.sender()) : given.author(),
                given.signer(),
                given.recipients(),
                given.copies());
        return new NewEntry(filled, asked.handover(), asked.dispatch(), asked.document(), asked.key());
    }

    static String name(Ledger ledger, OrganId agency) {
        return ledger.agencies().find(agency).orElseThrow().name();
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    private static String shortened(String subject) {
        return subject.length() <= EntryColumns.LONGEST_SUBJECT
                ? subject
                : subject.substring(0, EntryColumns.LONGEST_SUBJECT - 1) + "…";
    }
}
