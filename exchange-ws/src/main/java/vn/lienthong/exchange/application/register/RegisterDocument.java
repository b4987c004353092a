package vn.lienthong.exchange.application.register;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.Binding;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Direction;

/**
 * A document is registered and gets its number: the next one of its series, without gaps, the same for the same request.
 * Thread-safe.
 */
public final class RegisterDocument {
    private final UnitOfWork unitOfWork;
    private final Numbering numbering;

    public RegisterDocument(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.numbering = new Numbering(ids, clock);
    }

    /**
     * The entry, durable.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-missing} if neither a key nor a dispatch
     *     tells a repeated request from a new one; {@code not-permitted}, {@code not-found} if the dispatch is not one of the
     *     agency; {@code register-closed}, {@code register-not-of-this-year}, {@code document-code-taken}
     */
    public Registered register(Caller caller, BookName name, NewEntry asked) {
        if (asked.key() == null && asked.dispatch() == null) {
            throw OwnBooks.failure(FailureCode.PARAMETER_MISSING, "Idempotency-Key");
        }
        return unitOfWork.inTransaction(ledger -> {
            BookId book = name.of(ledger, caller);
            DocId id = asked.dispatch();
            if (id == null) {
                return numbering.give(ledger, book, asked, new Binding(null, asked.document()), caller.name());
            }
            Dispatch dispatch = dispatch(ledger, book, id);
            Binding binding = new Binding(
                    dispatch.id(), asked.document() == null ? dispatch.content().digest() : asked.document());
            return numbering.give(
                    ledger, book, DispatchColumns.fill(ledger, asked, dispatch, book), binding, caller.name());
        });
    }

    /** The document that the agency sent, or was sent, under this id; anybody else's is not found. */
    static Dispatch dispatch(Ledger ledger, BookId book, DocId id) {
        @Nullable Dispatch found = book.direction() == Direction.OUTGOING
                ? ledger.dispatches()
                        .find(new DispatchId(id.value()))
                        .filter(dispatch -> dispatch.sender().equals(book.agency()))
                        .orElse(null)
                : received(ledger, book.agency(), id);
        if (found == null || found.type() != MessageType.EDOC) {
            throw OwnBooks.failure(FailureCode.NOT_FOUND, id.toString());
        }
        return found;
    }

    private static @Nullable Dispatch received(Ledger ledger, OrganId agency, DocId id) {
        List<ReceivedMessage> received = ledger.deliveries().find(Set.of(agency), id);
        return received.isEmpty() ? null : received.getFirst().dispatch();
    }
}
