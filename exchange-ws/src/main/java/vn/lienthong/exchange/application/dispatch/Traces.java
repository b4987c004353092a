package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** What became of a document. Thread-safe. */
public final class Traces {
    private final UnitOfWork unitOfWork;

    public Traces(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * The history of a document, oldest first: all of it for its sender and for auditors, that of its own copy for a
     * recipient.
     *
     * @return empty if there is no such document for the caller
     */
    public Optional<List<StatusEntry>> of(Caller caller, DocId document) {
        return unitOfWork.reading(ledger -> of(ledger, caller, document));
    }

    private static Optional<List<StatusEntry>> of(Ledger ledger, Caller caller, DocId document) {
        if (!caller.has(Role.EXCHANGE) && !caller.has(Role.AUDIT)) {
            return Optional.empty();
        }
        DispatchId id = new DispatchId(document.value());
        boolean whole = ledger.dispatches()
                .find(id)
                .filter(dispatch -> caller.actsFor(dispatch.sender()) || caller.has(Role.AUDIT))
                .isPresent();
        if (whole) {
            return Optional.of(ledger.statuses().history(id));
        }
        List<ReceivedMessage> received = ledger.deliveries().find(caller.agencies(), document);
        if (received.isEmpty()) {
            return Optional.empty();
        }
        Set<OrganId> own = received.stream().map(ReceivedMessage::recipient).collect(Collectors.toSet());
        return Optional.of(ledger.statuses().history(received.get(0).dispatch().id()).stream()
                .filter(entry -> own.contains(entry.party()))
                .toList());
    }
}
