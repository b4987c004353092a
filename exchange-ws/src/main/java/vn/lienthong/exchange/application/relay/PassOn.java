package vn.lienthong.exchange.application.relay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Stations;
import vn.lienthong.exchange.domain.edxml.TraceHeader;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.relay.Peer;
import vn.lienthong.exchange.domain.relay.PeerException;
import vn.lienthong.exchange.domain.relay.PeerExchange;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * Gives a peer what waits in the mailboxes of the agencies beyond it: lease, commit, send, commit. A message goes there once
 * for all of its recipients, in octets that are the same each time, so whoever repeats it after a crash is given the peer's
 * first answer. Thread-safe; nodes share the work by leases.
 */
public final class PassOn {
    private static final Logger LOG = LoggerFactory.getLogger(PassOn.class);
    private static final int AT_ONCE = 20;

    private static final int LONGEST_REASON = 500;

    /** Long enough for an ordinary message over a slow line. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** A message above that is leased for as long as can be. */
    private static final long LARGE = 16L << 20;

    /** Rows of one message stand beside one another in the list that it comes from. */
    private static final Duration GATHERING = Duration.ofSeconds(20);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final Transport transport;
    private final Stations stations;
    private final OrganId station;
    private final Path temporaryFolder;
    private final Clock clock;

    /** @param station what this exchange is called among the stations of a message */
    public PassOn(
            UnitOfWork unitOfWork,
            ContentStore store,
            Transport transport,
            Stations stations,
            OrganId station,
            Path temporaryFolder,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.transport = transport;
        this.stations = stations;
        this.station = station;
        this.temporaryFolder = temporaryFolder;
        this.clock = clock;
    }

    /**
     * What was due for the peer was given to it, some messages of each kind. What it refuses waits longer each time, and is set
     * aside in the end; while it cannot be asked, everything waits, however long.
     *
     * @return whether more may be due
     * @throws PeerException if the peer cannot be asked
     */
    public boolean run(Peer peer, PeerExchange exchange) throws PeerException {
        Optional<Caller> as = unitOfWork.reading(
                ledger -> ledger.accounts().named(peer.system().value()));
        if (as.isEmpty() || as.get().agencies().isEmpty()) {
            return false;
        }
        // Documents first: a status speaks of one.
        boolean more = run(peer, exchange, as.get(), MessageType.EDOC);
        return run(peer, exchange, as.get(), MessageType.STATUS) || more;
    }

    /** One lease at a time: whoever dies keeps one message back, and not those behind it. */
    private boolean run(Peer peer, PeerExchange exchange, Caller as, MessageType type) throws PeerException {
        for (int i = 0; i < AT_ONCE; i++) {
            List<Lease> leases = transport.lease(as, Set.of(), type, 1, LEASE);
            if (leases.isEmpty()) {
                return false;
            }
            passOn(peer, exchange, as, leases.getFirst());
        }
        return true;
    }

    private void passOn(Peer peer, PeerExchange exchange, Caller as, Lease lease) throws PeerException {
        Dispatch dispatch = lease.message().dispatch();
        DeliveryId copy = lease.message().id();
        boolean ended = false;
        try {
            if (isEarly(lease.message())) {
                transport.release(as, copy, lease.token(), FIRST_WAIT);
                ended = true;
                return;
            }
            if (dispatch.content().length() > LARGE) {
                transport.renew(as, copy, lease.token(), Transport.LONGEST_LEASE);
            }
            Set<OrganId> to = unitOfWork.inTransaction(ledger -> due(ledger, peer, as, dispatch));
            if (!to.isEmpty()) {
                String docId = send(exchange, dispatch, to);
                unitOfWork.inTransaction(ledger -> record(ledger, peer, dispatch, to, docId));
            }
            transport.ack(as, copy, lease.token());
            ended = true;
        } catch (PeerException e) {
            if (!e.isRefused()) {
                throw e;
            }
            ended = true;
            refused(peer, as, lease, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            ended = true;
            LOG.error("{} cannot be given to {}", dispatch.id(), peer.system(), e);
            refused(peer, as, lease, e.getClass().getSimpleName());
        } finally {
            if (!ended) {
                transport.release(as, copy, lease.token(), FIRST_WAIT);
            }
        }
    }

    private void refused(Peer peer, Caller as, Lease lease, String reason) {
        Duration wait = wait(lease.message().failures());
        LOG.warn(
                "{} did not take {}, tried again in {}: {}",
                peer.system(),
                lease.message().id(),
                wait,
                reason);
        String told = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        transport.nack(as, lease.message().id(), lease.token(), wait, told);
    }

    /**
     * What follows an earlier message is not to overtake it on the way; and what came from another exchange may be told of
     * for more recipients, who would be too late for the one message that a peer takes.
     */
    private boolean isEarly(ReceivedMessage message) {
        Dispatch dispatch = message.dispatch();
        return dispatch.channel() == Channel.RELAY
                        && clock.instant().isBefore(dispatch.acceptedAt().plus(GATHERING))
                || unitOfWork.reading(ledger -> ledger.relay().follows(message.id()));
    }

    /** Whom the peer is to be given it for; each copy counts as given from here on, so that a recall asks for it. */
    private Set<OrganId> due(Ledger ledger, Peer peer, Caller as, Dispatch dispatch) {
        Set<OrganId> known = ledger.relay().passedOn(peer.system(), dispatch.id());
        Set<OrganId> due = new TreeSet<>();
        Instant now = now();
        for (ReceivedMessage copy :
                ledger.deliveries().find(as.agencies(), new DocId(dispatch.id().value()))) {
            boolean waits = copy.state() != DeliveryState.DONE && copy.state() != DeliveryState.WITHDRAWN;
            if (waits && !known.contains(copy.recipient()) && ledger.copies().give(copy.id(), now)) {
                due.add(copy.recipient());
            }
        }
        return due;
    }

    private String send(PeerExchange exchange, Dispatch dispatch, Set<OrganId> to) throws IOException, PeerException {
        Path file = Files.createTempFile(temporaryFolder, "relay-", ".edxml");
        try {
            Sha256Digest digest = write(dispatch, file);
            return exchange.send(dispatch.sender(), to, dispatch.type(), file, digest);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** With this station's trace, whose time is that of the acceptance here: the same octets whenever they are made. */
    private Sha256Digest write(Dispatch dispatch, Path file) throws IOException {
        MessageDigest sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        TraceHeader trace = new TraceHeader(station, dispatch.acceptedAt().truncatedTo(ChronoUnit.SECONDS));
        try (InputStream in = store.open(dispatch.content());
                OutputStream out = new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), sha256)) {
            stations.append(in, trace, out);
        }
        return Sha256Digest.of(sha256.digest());
    }

    private boolean record(Ledger ledger, Peer peer, Dispatch dispatch, Set<OrganId> to, String docId) {
        Instant now = now();
        ledger.relay().passOn(peer.system(), dispatch.id(), to, docId, now);
        for (OrganId recipient : to) {
            TreeMap<String, String> details = new TreeMap<>();
            details.put("recipient", recipient.value());
            details.put("address", peer.address().toString());
            details.put("name", docId);
            ledger.audit()
                    .append(new AuditNote(
                            Deed.DELIVERY_PUSHED, now, recipient, peer.system().value(), dispatch, null, details));
        }
        return true;
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
