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

    /** Long enough for the largest message over a slow line. */
    private static final Duration LEASE = Duration.ofMinutes(30);

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
     * What was due for the peer was given to it, some messages of each kind. What it would not take waits longer each time.
     *
     * @return whether more may be due
     */
    public boolean run(Peer peer, PeerExchange exchange) {
        Optional<Caller> as = unitOfWork.reading(
                ledger -> ledger.accounts().named(peer.system().value()));
        if (as.isEmpty() || as.get().agencies().isEmpty()) {
            return false;
        }
        boolean more = false;
        // Documents first: a status speaks of one.
        for (MessageType type : List.of(MessageType.EDOC, MessageType.STATUS)) {
            List<Lease> leases = transport.lease(as.get(), Set.of(), type, AT_ONCE, LEASE);
            leases.forEach(lease -> passOn(peer, exchange, as.get(), lease));
            more |= leases.size() == AT_ONCE;
        }
        return more;
    }

    private void passOn(Peer peer, PeerExchange exchange, Caller as, Lease lease) {
        Dispatch dispatch = lease.message().dispatch();
        try {
            Set<OrganId> to = unitOfWork.inTransaction(ledger -> due(ledger, peer, as, dispatch));
            if (!to.isEmpty()) {
                String docId = send(exchange, dispatch, to);
                unitOfWork.inTransaction(ledger -> record(ledger, peer, dispatch, to, docId));
            }
            transport.ack(as, lease.message().id(), lease.token());
        } catch (PeerException | IOException e) {
            Duration wait = wait(lease.message().failures());
            LOG.warn("{} did not take {}, which is tried again in {}", peer.system(), dispatch.id(), wait, e);
            transport.nack(as, lease.message().id(), lease.token(), wait);
        }
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
