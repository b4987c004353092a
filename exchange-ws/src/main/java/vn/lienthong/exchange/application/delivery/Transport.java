package vn.lienthong.exchange.application.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.TransportOutcome.Refused;
import vn.lienthong.exchange.application.delivery.TransportOutcome.Updated;
import vn.lienthong.exchange.application.register.RegisterArrival;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.Deliveries.LeaseTerms;
import vn.lienthong.exchange.domain.delivery.Deliveries.LockedDelivery;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.LeaseToken;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.event.NewEvent;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Taking messages out of a mailbox: by lease with a fencing token, or plainly as VXP and SOAP do. Thread-safe; every
 * method is harmless when repeated, and {@code done} is final.
 */
public final class Transport {
    /** The longest lease: a consumer that needs longer renews it. */
    public static final Duration LONGEST_LEASE = Duration.ofHours(1);

    /** How often something may be given back: whoever could not take it ten times needs a person who looks into it. */
    public static final int MOST_FAILURES = 10;

    private static final int LONGEST_REASON = 500;

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final RegisterArrival arrival;

    /** @param arrival gives what is confirmed its number, where its recipient wants that */
    public Transport(UnitOfWork unitOfWork, Clock clock, RegisterArrival arrival) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.arrival = arrival;
    }

    /**
     * Up to {@code max} waiting messages, hidden from other leases until {@code visibility} has passed. Concurrent
     * callers get different ones.
     *
     * @param recipients only these of the caller's agencies; empty means all of them
     * @param max 1 to {@code Page.MOST}
     * @param visibility one second to {@link #LONGEST_LEASE}
     */
    public List<Lease> lease(Caller caller, Set<OrganId> recipients, MessageType type, int max, Duration visibility) {
        Instant now = clock.instant();
        LeaseTerms terms = new LeaseTerms(type, max, now.plus(visibility), caller.name());
        return unitOfWork.inTransaction(
                ledger -> ledger.deliveries().lease(Authority.agencies(ledger, caller, recipients), terms, now));
    }

    /** The lease ends after {@code visibility} from now. */
    public TransportOutcome renew(Caller caller, DeliveryId delivery, LeaseToken token, Duration visibility) {
        return onLease(caller, delivery, token, (ledger, locked, now) -> {
            DeliveryState state = locked.message().state();
            tried(ledger, caller, locked, DeliveryAttempt.Kind.RENEWED, "", now.plus(visibility), now);
            return write(ledger, locked, state, 0, token, now.plus(visibility), now);
        });
    }

    /** The message is {@code done}: stored by its recipient, off the list for good. */
    public TransportOutcome ack(Caller caller, DeliveryId delivery, LeaseToken token) {
        return onLease(
                caller, delivery, token, (ledger, locked, now) -> report(ledger, caller, locked, DeliveryState.DONE));
    }

    /** As {@link #nack(Caller, DeliveryId, LeaseToken, Duration, String)}, without a word. */
    public TransportOutcome nack(Caller caller, DeliveryId delivery, LeaseToken token, Duration delay) {
        return nack(caller, delivery, token, delay, "");
    }

    /**
     * The message is back on the list, and nobody is given it before {@code delay} has passed; or it is set aside, since it
     * was given back {@link #MOST_FAILURES} times: its sender and its recipient are told.
     *
     * @param reason in the recipient's words, up to 500 characters; the sender may read them
     */
    public TransportOutcome nack(Caller caller, DeliveryId delivery, LeaseToken token, Duration delay, String reason) {
        if (reason.length() > LONGEST_REASON) {
            return refused(FailureCode.PARAMETER_INVALID, "reason");
        }
        return onLease(caller, delivery, token, (ledger, locked, now) -> {
            note(ledger, caller, locked, DeliveryState.FAIL, now);
            tried(ledger, caller, locked, DeliveryAttempt.Kind.NACKED, reason, now.plus(delay), now);
            TransportOutcome outcome = write(ledger, locked, DeliveryState.FAIL, 1, null, now.plus(delay), now);
            if (locked.message().failures() + 1 >= MOST_FAILURES) {
                setAside(ledger, caller, locked, now);
            }
            return outcome;
        });
    }

    /**
     * The message is back on the list as if it had not been leased, and nobody is given it before {@code delay} has passed:
     * it could not even be tried.
     */
    public TransportOutcome release(Caller caller, DeliveryId delivery, LeaseToken token, Duration delay) {
        return onLease(caller, delivery, token, (ledger, locked, now) -> {
            DeliveryState state = locked.message().state();
            return write(ledger, locked, state, 0, null, now.plus(delay), now);
        });
    }

    private static void setAside(Ledger ledger, Caller caller, LockedDelivery locked, Instant now) {
        ReceivedMessage message = locked.message();
        ledger.setAsides().setAside(message.id(), now);
        tried(ledger, caller, locked, DeliveryAttempt.Kind.SET_ASIDE, "", null, now);
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", message.recipient().value());
        ledger.audit()
                .append(new AuditNote(
                        Deed.DELIVERY_SET_ASIDE,
                        now,
                        message.recipient(),
                        caller.name(),
                        message.dispatch(),
                        null,
                        details));
        for (OrganId told : new TreeSet<>(List.of(message.dispatch().sender(), message.recipient()))) {
            ledger.events()
                    .append(new NewEvent(
                            told,
                            EventKind.DISPATCH_SET_ASIDE,
                            message.dispatch().id(),
                            message.id(),
                            message.recipient(),
                            null,
                            null,
                            now));
        }
    }

    private static void tried(
            Ledger ledger,
            Caller caller,
            LockedDelivery locked,
            DeliveryAttempt.Kind kind,
            String reason,
            @Nullable Instant until,
            Instant now) {
        ledger.setAsides().note(locked.message().id(), new DeliveryAttempt(kind, now, caller.name(), reason, until));
    }

    /**
     * What the recipient's system says of the transport: {@code processing}, {@code done} or {@code fail}. A message
     * that is done stays done whatever is reported after it.
     */
    public TransportOutcome report(Caller caller, DeliveryId delivery, DeliveryState state) {
        if (state == DeliveryState.INITIAL || state == DeliveryState.WITHDRAWN) {
            return refused(FailureCode.STATUS_NOT_ALLOWED, state.wireName());
        }
        return unitOfWork.inTransaction(ledger -> locked(ledger, caller, delivery)
                .map(locked -> report(ledger, caller, locked, state))
                .orElseGet(() -> refused(FailureCode.NOT_FOUND, delivery.toString())));
    }

    private TransportOutcome onLease(Caller caller, DeliveryId delivery, LeaseToken token, OnLease change) {
        return unitOfWork.inTransaction(ledger -> {
            Optional<LockedDelivery> locked = locked(ledger, caller, delivery);
            if (locked.isEmpty()) {
                return refused(FailureCode.NOT_FOUND, delivery.toString());
            }
            if (locked.get().message().state() == DeliveryState.DONE
                    && token.equals(locked.get().token())) {
                return new Updated(DeliveryState.DONE, null); // the answer to this very lease was lost on the way
            }
            if (locked.get().message().state() == DeliveryState.WITHDRAWN) {
                return refused(FailureCode.DELIVERY_WITHDRAWN, delivery.toString());
            }
            Instant now = clock.instant();
            if (!token.equals(locked.get().token())
                    || !now.isBefore(locked.get().until())) {
                return refused(FailureCode.LEASE_STALE, delivery.toString());
            }
            return change.apply(ledger, locked.get(), now);
        });
    }

    private TransportOutcome report(Ledger ledger, Caller caller, LockedDelivery locked, DeliveryState state) {
        if (locked.message().state() == DeliveryState.DONE) {
            return new Updated(DeliveryState.DONE, null);
        }
        if (locked.message().state() == DeliveryState.WITHDRAWN) {
            return refused(FailureCode.DELIVERY_WITHDRAWN, locked.message().id().toString());
        }
        Instant now = clock.instant();
        note(ledger, caller, locked, state, now);
        if (state == DeliveryState.DONE) {
            tried(ledger, caller, locked, DeliveryAttempt.Kind.CONFIRMED, "", null, now);
            tellSender(ledger, locked, now);
            ledger.deadlines().met(locked.message().id(), now);
            arrival.confirmed(
                    ledger, locked.message().recipient(), locked.message().dispatch(), caller.name());
        }
        int failed = state == DeliveryState.FAIL ? 1 : 0;
        // the token stays, so that a repeated ack is known for what it is
        return write(ledger, locked, state, failed, locked.token(), locked.until(), now);
    }

    private static TransportOutcome write(
            Ledger ledger,
            LockedDelivery locked,
            DeliveryState state,
            int failed,
            @Nullable LeaseToken token,
            Instant until,
            Instant now) {
        int failures = locked.message().failures() + failed;
        ledger.deliveries().update(locked.message().id(), state, failures, token, until, now);
        boolean leased = state != DeliveryState.DONE && token != null && until.isAfter(now);
        return new Updated(state, leased ? until : null);
    }

    /** A status message is nothing that its sender waits to hear of. */
    private static void tellSender(Ledger ledger, LockedDelivery locked, Instant now) {
        ReceivedMessage message = locked.message();
        Dispatch dispatch = message.dispatch();
        if (dispatch.type() == MessageType.EDOC) {
            ledger.events()
                    .append(NewEvent.delivered(
                            dispatch.sender(), dispatch.id(), message.id(), message.recipient(), now));
        }
    }

    private static void note(Ledger ledger, Caller caller, LockedDelivery locked, DeliveryState state, Instant now) {
        OrganId recipient = locked.message().recipient();
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", recipient.value());
        if (state != DeliveryState.DONE) {
            details.put("state", state.wireName());
        }
        Deed deed = state == DeliveryState.DONE ? Deed.DELIVERY_CONFIRMED : Deed.DELIVERY_REPORTED;
        ledger.audit()
                .append(new AuditNote(
                        deed, now, recipient, caller.name(), locked.message().dispatch(), null, details));
    }

    private static Optional<LockedDelivery> locked(Ledger ledger, Caller caller, DeliveryId delivery) {
        return ledger.deliveries().lock(Authority.agencies(ledger, caller, Set.of()), delivery);
    }

    private static TransportOutcome refused(FailureCode code, String argument) {
        return new Refused(Failure.of(code, argument));
    }

    /** What is done to a delivery whose lease is the present one. */
    private interface OnLease {
        TransportOutcome apply(Ledger ledger, LockedDelivery locked, Instant now);
    }
}
