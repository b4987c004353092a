package vn.lienthong.exchange.application.delivery;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * What a caller's agencies have received and sent. Thread-safe. Every method shows the caller's own and no others, and
 * throws {@link FailureException} with {@code not-permitted} for an agency that is not the caller's.
 */
public final class Mailbox {
    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final Clock clock;

    public Mailbox(UnitOfWork unitOfWork, ContentStore store, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.clock = clock;
    }

    /** What waits for the caller's agencies, by turn; confirmed and withdrawn messages are off the list. */
    public List<ReceivedMessage> received(Caller caller, ReceivedQuery query) {
        return unitOfWork.reading(
                ledger -> ledger.deliveries().received(Authority.agencies(ledger, caller, query.recipients()), query));
    }

    /** How many {@link #received} would list without paging. */
    public long count(Caller caller, ReceivedQuery query) {
        return unitOfWork.reading(
                ledger -> ledger.deliveries().count(Authority.agencies(ledger, caller, query.recipients()), query));
    }

    /** What the caller's agencies sent, newest first, one row a recipient. */
    public List<SentMessage> sent(Caller caller, MessageType type, Page page) {
        return unitOfWork.reading(
                ledger -> ledger.deliveries().sent(Authority.agencies(ledger, caller, Set.of()), type, null, page));
    }

    /** The rows of one sent message, one a recipient; none if the caller's agencies did not send it. */
    public List<SentMessage> sent(Caller caller, DispatchId dispatch) {
        Page whole = new Page(0, Page.MOST);
        return unitOfWork.reading(ledger -> ledger.dispatches()
                .find(dispatch)
                .map(found -> ledger.deliveries()
                        .sent(Authority.agencies(ledger, caller, Set.of()), found.type(), dispatch, whole))
                .orElse(List.of()));
    }

    /** The message without its octets, if a caller's agency sent or received it, or the caller is an auditor. */
    public Optional<Dispatch> find(Caller caller, DocId id) {
        return unitOfWork.reading(ledger -> readable(ledger, caller, id).map(Readable::dispatch));
    }

    /**
     * The octets of a message that a caller's agency sent or received, or of any for an auditor; that they were given
     * out stands in the audit log before the first is read. The caller closes it.
     *
     * @return empty if there is none that the caller may read
     * @throws FailureException with {@code content-damaged} or {@code storage-unavailable}; {@code delivery-withdrawn}
     *     for a recipient's copy that its sender took back
     */
    public Optional<FetchedContent> fetch(Caller caller, DocId id) {
        Optional<Dispatch> found = unitOfWork.inTransaction(ledger -> {
            Optional<Readable> readable = readable(ledger, caller, id);
            readable.ifPresent(message -> give(ledger, caller, message));
            return readable.map(Readable::dispatch);
        });
        try {
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FetchedContent(
                            found.get(), store.open(found.get().content())));
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    /** From here on a recall has to ask the recipient; one that came before leaves nothing to give. */
    private void give(Ledger ledger, Caller caller, Readable message) {
        DeliveryId copy = message.copy();
        if (copy != null && !ledger.copies().give(copy, clock.instant())) {
            throw new FailureException(Failure.of(FailureCode.DELIVERY_WITHDRAWN, copy.toString()));
        }
        ledger.audit().append(note(caller, message));
    }

    private static Optional<Readable> readable(Ledger ledger, Caller caller, DocId id) {
        if (!caller.has(Role.EXCHANGE) && !caller.has(Role.AUDIT)) {
            return Optional.empty();
        }
        Optional<Dispatch> named = ledger.dispatches().find(new DispatchId(id.value()));
        Optional<Dispatch> own = named.filter(dispatch -> caller.actsFor(dispatch.sender()));
        if (own.isPresent()) {
            return own.map(Mailbox::asSender); // even if it also acts for a recipient, whose copy has an id of its own
        }
        List<ReceivedMessage> received = ledger.deliveries().find(caller.agencies(), id);
        if (!received.isEmpty()) {
            ReceivedMessage first = received.stream()
                    .filter(message -> message.withdrawnAt() == null)
                    .findFirst()
                    .orElse(received.getFirst());
            if (first.withdrawnAt() != null && first.givenAt() == null) {
                throw new FailureException(
                        Failure.of(FailureCode.DELIVERY_WITHDRAWN, first.id().toString()));
            }
            return Optional.of(new Readable(first.dispatch(), first.recipient(), Deed.DELIVERY_FETCHED, first.id()));
        }
        return named.filter(dispatch -> caller.has(Role.AUDIT)).map(Mailbox::asSender);
    }

    private static Readable asSender(Dispatch dispatch) {
        return new Readable(dispatch, dispatch.sender(), Deed.CONTENT_READ, null);
    }

    private AuditNote note(Caller caller, Readable message) {
        boolean recipient = message.deed() == Deed.DELIVERY_FETCHED;
        TreeMap<String, String> details = new TreeMap<>();
        if (recipient) {
            details.put("recipient", message.agency().value());
        }
        OrganId agency = caller.actsFor(message.agency()) ? message.agency() : null;
        return new AuditNote(message.deed(), clock.instant(), agency, caller.name(), message.dispatch(), null, details);
    }

    /** A message that the caller may read, as whom, what reading it is called, and the recipient's copy if it is one. */
    private record Readable(
            Dispatch dispatch,
            OrganId agency,
            Deed deed,
            @Nullable DeliveryId copy) {}
}
