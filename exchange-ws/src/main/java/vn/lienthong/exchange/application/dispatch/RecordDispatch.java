package vn.lienthong.exchange.application.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.deadline.TrackDeadlines;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.acceptance.Acceptance;
import vn.lienthong.exchange.domain.acceptance.Acceptances.Addition.Added;
import vn.lienthong.exchange.domain.acceptance.Acceptances.Addition.Present;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchIdentity;
import vn.lienthong.exchange.domain.dispatch.Dispatches;
import vn.lienthong.exchange.domain.dispatch.Dispatches.KeyedRequest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * The one transaction of acceptance: dispatch, a delivery a recipient, audit entry, status, idempotency key. Whoever
 * comes second with the same message is given the first one's answer; the database's unique index decides who is first.
 */
public final class RecordDispatch {
    private final UnitOfWork unitOfWork;
    private final Changing changing;
    private final TrackDeadlines deadlines = new TrackDeadlines();

    public RecordDispatch(UnitOfWork unitOfWork, IdSource ids) {
        this.unitOfWork = unitOfWork;
        this.changing = new Changing(ids);
    }

    /** The answer that an earlier request was given, or empty if this is the first; asked before anything is stored. */
    static Optional<AcceptOutcome> earlier(Ledger ledger, NewDispatch planned, @Nullable RequestKey key) {
        Optional<KeyedRequest> keyed =
                key == null ? Optional.empty() : ledger.dispatches().keyed(key.caller(), key.key());
        if (key != null && keyed.isPresent()) {
            return Optional.of(keyed(ledger, key, keyed.get()));
        }
        return ledger.dispatches()
                .present(DispatchIdentity.of(planned.dispatch()))
                .filter(existing -> further(ledger, planned, existing).isEmpty())
                .map(existing -> repeated(ledger, planned, existing));
    }

    /** The message, whose octets were kept, is recorded, unless an earlier one has its identity. */
    AcceptOutcome record(NewDispatch planned, @Nullable RequestKey key, Staged kept) {
        try {
            return unitOfWork.inTransaction(ledger -> {
                Changing.lock(ledger, planned);
                AcceptOutcome outcome = switch (ledger.acceptances().record(planned.acceptance())) {
                    case Added() -> added(ledger, planned, kept);
                    case Present(Dispatch existing) -> {
                        extend(ledger, planned, existing);
                        yield repeated(ledger, planned, existing);
                    }
                };
                if (key != null && outcome instanceof Accepted accepted) {
                    remember(ledger, key, accepted);
                }
                return outcome;
            });
        } catch (FailureException e) {
            return new Refused(e.failure());
        }
    }

    private AcceptOutcome added(Ledger ledger, NewDispatch planned, Staged kept) {
        KeptContent.require(kept);
        Dispatch dispatch = planned.dispatch();
        List<OrganId> recipients = List.copyOf(planned.recipients().keySet());
        if (planned.status() != null) {
            status(ledger, planned, planned.status());
        }
        deadlines.arrived(ledger, dispatch, planned.recipients(), dispatch.acceptedAt());
        changing.carryOut(ledger, planned);
        return new Accepted(
                dispatch.id(), dispatch.documentId(), dispatch.acceptedAt(), dispatch.content(), recipients, false);
    }

    /** A 13 to a recipient who never had the document has taken it back already, and is not delivered itself. */
    private static void status(Ledger ledger, NewDispatch planned, StatusEntry status) {
        StatusRecording recorded =
                StatusHistory.append(ledger, status, planned.dispatch().submittedBy());
        if (recorded == StatusRecording.WITHDRAWN || recorded == StatusRecording.MOOT) {
            planned.recipients().keySet().forEach(party -> Changing.spare(ledger, planned, party));
        }
    }

    /**
     * Another exchange tells of each recipient by itself: of the very message that is on record, these it has not been told
     * of. Whoever sends to this exchange names all recipients at once, and no others later.
     */
    private static SortedMap<OrganId, DeliveryId> further(Ledger ledger, NewDispatch planned, Dispatch existing) {
        SortedMap<OrganId, DeliveryId> further = new TreeMap<>();
        if (planned.dispatch().channel() == Channel.RELAY
                && existing.content().equals(planned.dispatch().content())) {
            further.putAll(planned.recipients());
            further.keySet()
                    .removeAll(ledger.dispatches().recipients(existing.id()).keySet());
        }
        return further;
    }

    private void extend(Ledger ledger, NewDispatch planned, Dispatch existing) {
        SortedMap<OrganId, DeliveryId> further = further(ledger, planned, existing);
        if (further.isEmpty()) {
            return;
        }
        Acceptance acceptance = new Acceptance(
                existing,
                further,
                planned.acceptance().attachments(),
                planned.acceptance().follows());
        ledger.acceptances()
                .extend(
                        acceptance,
                        planned.dispatch().submittedBy(),
                        planned.dispatch().acceptedAt());
        deadlines.arrived(ledger, existing, further, planned.dispatch().acceptedAt());
        changing.carryOut(ledger, new NewDispatch(acceptance, null, planned.change(), planned.closed()));
    }

    private static AcceptOutcome repeated(Ledger ledger, NewDispatch planned, Dispatch existing) {
        Set<OrganId> reached = ledger.dispatches().recipients(existing.id()).keySet();
        boolean same = existing.content().equals(planned.dispatch().content())
                && reached.containsAll(planned.recipients().keySet());
        return same
                ? accepted(existing, reached)
                : new Refused(Failure.of(
                        FailureCode.DOCUMENT_ID_REUSED, existing.documentId().value()));
    }

    private static AcceptOutcome keyed(Ledger ledger, RequestKey key, KeyedRequest earlier) {
        if (!earlier.request().equals(key.request().request())) {
            return new Refused(
                    Failure.of(FailureCode.IDEMPOTENCY_KEY_REUSED, key.key().value()));
        }
        Dispatches dispatches = ledger.dispatches();
        return dispatches
                .find(earlier.dispatch())
                .<AcceptOutcome>map(found ->
                        accepted(found, dispatches.recipients(found.id()).keySet()))
                .orElseThrow(() -> new IllegalStateException("an idempotency key names a dispatch that is gone"));
    }

    /** The receipt of what was accepted before. */
    static Accepted accepted(Dispatch existing, Set<OrganId> recipients) {
        return new Accepted(
                existing.id(),
                existing.documentId(),
                existing.acceptedAt(),
                existing.content(),
                List.copyOf(recipients),
                true);
    }

    private static void remember(Ledger ledger, RequestKey key, Accepted accepted) {
        KeyedRequest request = new KeyedRequest(key.request().request(), accepted.id());
        if (!ledger.dispatches().remember(key.caller(), key.key(), request)) {
            KeyedRequest first =
                    ledger.dispatches().keyed(key.caller(), key.key()).orElseThrow();
            if (!first.equals(request)) {
                throw new FailureException(
                        Failure.of(FailureCode.IDEMPOTENCY_KEY_REUSED, key.key().value()));
            }
        }
    }
}
