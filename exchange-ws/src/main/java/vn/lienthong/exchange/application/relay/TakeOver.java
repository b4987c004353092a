package vn.lienthong.exchange.application.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.relay.Peer;
import vn.lienthong.exchange.domain.relay.PeerException;
import vn.lienthong.exchange.domain.relay.PeerExchange;
import vn.lienthong.exchange.domain.relay.PeerExchange.Waiting;
import vn.lienthong.exchange.domain.relay.PeerMessage;

/**
 * Takes what waits at a peer for agencies that this exchange serves: fetch, accept, and only then say so there. Whoever dies
 * in between is given the same octets again, which are accepted once.
 *
 * <p>No message goes in a circle: the peer may name as senders only agencies that lie beyond it, so what this exchange passed
 * on is refused where it comes back. Thread-safe.
 */
public final class TakeOver {
    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);
    private static final int PAGES = 20;
    private static final int MOST_LOST = 3;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final UnitOfWork unitOfWork;
    private final AcceptDispatch accept;
    private final Clock clock;

    /** Where a list is gone on with, by peer and kind. */
    private final Map<String, Integer> pages = new ConcurrentHashMap<>();

    public TakeOver(UnitOfWork unitOfWork, AcceptDispatch accept, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accept = accept;
        this.clock = clock;
    }

    /**
     * What waited was taken, up to {@value #PAGES} pages of each kind; what cannot be accepted is left there, is on the audit
     * log, and is looked at again later.
     *
     * @throws PeerException if the peer cannot be asked
     * @throws FailureException if this exchange cannot take anything just now
     */
    public void run(Peer peer, PeerExchange exchange) throws PeerException {
        Optional<Caller> as = unitOfWork.reading(
                ledger -> ledger.accounts().named(peer.system().value()));
        if (as.isPresent()) {
            take(peer, exchange, as.get(), MessageType.EDOC);
            take(peer, exchange, as.get(), MessageType.STATUS);
        }
    }

    /**
     * What was taken leaves the list, so the same page is asked for again; what stays there is passed by, and a list of which
     * much stays is gone on with in the next run where this one ends.
     */
    private void take(Peer peer, PeerExchange exchange, Caller as, MessageType type) throws PeerException {
        String list = peer.system().value() + " " + type;
        int page = pages.getOrDefault(list, 0);
        pages.remove(list);
        int lost = 0;
        for (int i = 0; i < PAGES; i++) {
            Waiting waiting = exchange.waiting(type, page);
            boolean any = false;
            for (PeerMessage message : waiting.messages()) {
                if (isDue(peer, message)) {
                    Taken taken = take(peer, exchange, as, message);
                    any |= taken == Taken.YES;
                    lost = taken == Taken.LOST ? lost + 1 : 0;
                    if (lost == MOST_LOST) {
                        throw PeerException.unreachable("one message after the other broke off", null);
                    }
                }
            }
            if (waiting.last()) {
                return;
            }
            page += any ? 0 : 1;
        }
        pages.put(list, page);
    }

    private boolean isDue(Peer peer, PeerMessage message) {
        return unitOfWork.reading(ledger -> !ledger.relay().isRefused(peer.system(), message.docId(), clock.instant()));
    }

    private enum Taken {
        YES,
        NO,
        /** It broke off: it, or the peer, cannot be had now. */
        LOST
    }

    /** One message that cannot be had, or confirmed, keeps none of the others. */
    private Taken take(Peer peer, PeerExchange exchange, Caller as, PeerMessage message) {
        AcceptOutcome outcome;
        try (InputStream body = exchange.fetch(message)) {
            outcome = accept.accept(
                    as,
                    new Submission(
                            Channel.RELAY,
                            body,
                            DeclaredBody.anything(),
                            -1,
                            null,
                            message.type(),
                            Set.of(message.recipient()),
                            null));
        } catch (PeerException e) {
            LOG.warn("{} of {} cannot be had: {}", message.docId(), peer.system(), e.getMessage());
            note(peer, as, message, e.isRefused() ? "not-given" : "not-had");
            return e.isRefused() ? Taken.NO : Taken.LOST;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of a file of this server's own
        }
        return switch (outcome) {
            case AcceptOutcome.Accepted accepted -> confirmed(peer, exchange, as, message);
            case AcceptOutcome.Refused refused -> {
                refuse(peer, exchange, as, message, refused.failure());
                yield Taken.NO;
            }
        };
    }

    /** What is not confirmed is given again, and found here. */
    private Taken confirmed(Peer peer, PeerExchange exchange, Caller as, PeerMessage message) {
        try {
            exchange.report(message, DeliveryState.DONE);
            return Taken.YES;
        } catch (PeerException e) {
            LOG.warn("{} of {} cannot be confirmed: {}", message.docId(), peer.system(), e.getMessage());
            note(peer, as, message, "not-confirmed");
            return e.isRefused() ? Taken.NO : Taken.LOST;
        }
    }

    private void refuse(Peer peer, PeerExchange exchange, Caller as, PeerMessage message, Failure failure) {
        Category category = failure.code().category();
        if (category == Category.DEPENDENCY || category == Category.OURS) {
            throw new FailureException(failure);
        }
        LOG.warn(
                "{} of {} cannot be taken: {} {}",
                message.docId(),
                peer.system(),
                failure.code().code(),
                failure.arguments());
        if (note(peer, as, message, failure.code().code())) {
            try {
                exchange.report(message, DeliveryState.FAIL);
            } catch (PeerException e) {
                LOG.warn("{} was not told that {} cannot be taken: {}", peer.system(), message.docId(), e.getMessage());
            }
        }
    }

    /** @return whether it is the first time */
    private boolean note(Peer peer, Caller as, PeerMessage message, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return unitOfWork.inTransaction(ledger -> {
            int before = ledger.relay().refusals(peer.system(), message.docId());
            ledger.relay().refuse(peer.system(), message.docId(), reason, now, now.plus(wait(before)));
            if (before == 0) {
                TreeMap<String, String> details = new TreeMap<>(Map.of("name", message.docId(), "reason", reason));
                ledger.audit().append(new AuditNote(Deed.RELAY_REFUSED, now, null, as.name(), null, null, details));
            }
            return before == 0;
        });
    }

    private static Duration wait(int before) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(before, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
