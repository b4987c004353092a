package vn.lienthong.exchange.application.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import vn.lienthong.exchange.domain.acceptance.Acceptance;
import vn.lienthong.exchange.domain.acceptance.Acceptances.Addition;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.EdxmlWriter;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.XmlText;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.Outbox.Job;
import vn.lienthong.exchange.domain.ledger.Outbox.JobKind;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * The outbox worker that makes a status message (edXML) of each status that was reported over REST or SOAP, and puts it
 * on the other party's received list. Claim, commit, write, commit: if it dies in between, the job comes up again, makes
 * the same octets, and finds them delivered. Thread-safe; nodes and threads share the work.
 */
public final class SendStatusMessages {
    /** The most messages of one run. */
    public static final int AT_ONCE = 50;

    private static final int LONGEST = 1 << 20;

    /** How long a claimed job is nobody else's: far longer than 50 messages take. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final EdxmlWriter writer;
    private final IdSource ids;
    private final Clock clock;

    public SendStatusMessages(
            UnitOfWork unitOfWork, ContentStore store, EdxmlWriter writer, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was due is delivered, up to {@value #AT_ONCE} messages.
     *
     * @return how many; {@value #AT_ONCE} mean that more may be due
     * @throws FailureException if one could not be delivered; it is tried again later, each time after twice as long
     */
    public int run() {
        Instant now = now();
        List<Job> jobs = unitOfWork.inTransaction(
                ledger -> ledger.outbox().claim(JobKind.STATUS_MESSAGE, AT_ONCE, now, now.plus(CLAIM)));
        for (Job job : jobs) {
            boolean delivered = false;
            try {
                deliver(job);
                delivered = true;
            } catch (IOException e) {
                throw new FailureException(ContentException.failureOf(e), e);
            } finally {
                if (!delivered) {
                    postpone(job);
                }
            }
        }
        return jobs.size();
    }

    /** So that one message that cannot be delivered never keeps the others waiting. */
    private void postpone(Job job) {
        Duration wait = CLAIM.multipliedBy(1L << Math.min(job.attempts(), 6));
        unitOfWork.inTransaction(ledger -> {
            ledger.outbox().retry(job, now().plus(wait));
            return true;
        });
    }

    private void deliver(Job job) throws IOException {
        Outgoing outgoing = unitOfWork.reading(ledger -> outgoing(ledger, UUID.fromString(job.payload())));
        ByteArrayOutputStream octets = new ByteArrayOutputStream(4096);
        writer.write(outgoing.message(), octets);
        ByteArrayInputStream body = new ByteArrayInputStream(octets.toByteArray());
        try (Staged staged = store.stage(body, LONGEST, DeclaredBody.anything())) {
            staged.keep();
            Dispatch dispatch = dispatch(outgoing, staged.ref());
            unitOfWork.inTransaction(ledger -> {
                record(ledger, dispatch, outgoing.receiver(), staged);
                ledger.outbox().done(job);
                return true;
            });
        }
    }

    private void record(Ledger ledger, Dispatch dispatch, OrganId receiver, Staged kept) {
        TreeMap<OrganId, DeliveryId> recipients = new TreeMap<>();
        recipients.put(receiver, new DeliveryId(ids.next()));
        Acceptance acceptance = new Acceptance(dispatch, recipients, List.of(), null);
        if (ledger.acceptances().record(acceptance) instanceof Addition.Added) {
            KeptContent.require(kept);
        }
    }

    private static Outgoing outgoing(Ledger ledger, UUID id) {
        StatusEntry entry = ledger.statuses().find(id).orElseThrow();
        Dispatch document = ledger.dispatches().find(entry.dispatch()).orElseThrow();
        OrganId receiver = entry.reporter().equals(entry.party()) ? document.sender() : entry.party();
        Agency reporter = ledger.agencies().find(entry.reporter()).orElseThrow();
        EdxmlStatus message = new EdxmlStatus(
                Organ.of(reporter.id(), reporter.name()),
                new ResponseFor(
                        receiver,
                        document.code().toString(),
                        document.documentId().value(),
                        document.promulgationDate()),
                null,
                entry.status(),
                XmlText.fitted(entry.description()), // a message that cannot be written would stop its lane for ever
                entry.at().truncatedTo(ChronoUnit.SECONDS));
        return new Outgoing(entry, document, receiver, message);
    }

    private Dispatch dispatch(Outgoing outgoing, ContentRef content) {
        return new Dispatch(
                new DispatchId(ids.next()),
                MessageType.STATUS,
                outgoing.entry().reporter(),
                outgoing.document().documentId(),
                BusinessType.NEW,
                content,
                outgoing.entry().status().code(),
                outgoing.document().code(),
                outgoing.document().promulgationDate(),
                0,
                now(),
                "lienthong",
                Channel.INTERNAL);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A status on its way to the other party. */
    private record Outgoing(StatusEntry entry, Dispatch document, OrganId receiver, EdxmlStatus message) {}
}
