package vn.lienthong.exchange.application.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.acceptance.Acceptance;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentCode;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlMessage;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * Checks a message that was read against its transport, its caller and the directory, and says what is to be recorded.
 * Thread-safe.
 */
public final class Intake {
    private final IdSource ids;
    private final Clock clock;

    public Intake(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws FailureException if the message may not be sent so */
    NewDispatch plan(Ledger ledger, Caller caller, Submission submission, ContentRef content, EdxmlMessage message) {
        MessageType type = switch (message) {
            case EdxmlDocument document -> MessageType.EDOC;
            case EdxmlStatus status -> MessageType.STATUS;
        };
        if (submission.type() != null && submission.type() != type) {
            throw refused(FailureCode.PARAMETER_INVALID, "messagetype");
        }
        OrganId from = message.from().organId();
        if (!caller.actsFor(from)) {
            throw refused(FailureCode.SENDER_NOT_YOURS, from.value());
        }
        Addressing addressing = Addressing.read(ledger, submission, message);
        return switch (message) {
            case EdxmlDocument document -> document(ledger, caller, submission, content, document, addressing);
            case EdxmlStatus status -> status(ledger, caller, submission, content, status, addressing);
        };
    }

    private NewDispatch document(
            Ledger ledger,
            Caller caller,
            Submission submission,
            ContentRef content,
            EdxmlDocument document,
            Addressing addressing) {
        MessageHeader header = document.header();
        DocumentIssuer.requireOwn(caller, addressing, header.documentId());
        BusinessType businessType = BusinessType.ofCode(document.traceHeaderList()
                        .bussiness()
                        .bussinessDocType()
                        .number())
                .orElseThrow();
        Dispatch dispatch = new Dispatch(
                new DispatchId(ids.next()),
                MessageType.EDOC,
                addressing.sender(),
                header.documentId(),
                businessType,
                content,
                header.subject(),
                new DocumentCode(header.code().codeNumber(), header.code().codeNotation()),
                header.promulgationInfo().promulgationDate(),
                header.otherInfo().priority().number(),
                now(),
                caller.name(),
                submission.channel());
        PlannedChange change = ChangedDocuments.of(ledger, addressing, document, businessType);
        ChangedDocuments.requireReplacement(submission.replaces(), dispatch, change);
        return new NewDispatch(
                new Acceptance(
                        dispatch,
                        deliveries(addressing.recipients()),
                        document.attachments(),
                        change == null ? null : change.first()),
                null,
                change,
                ClosedAgencies.against(addressing, businessType, change));
    }

    private NewDispatch status(
            Ledger ledger,
            Caller caller,
            Submission submission,
            ContentRef content,
            EdxmlStatus status,
            Addressing addressing) {
        OrganId receiver = addressing.recipients().iterator().next();
        Optional<Answered> answered = Answered.by(ledger, status, addressing.sender(), receiver);
        Optional<Dispatch> named = answered.map(Answered::named);
        Instant now = now();
        Dispatch dispatch = new Dispatch(
                new DispatchId(ids.next()),
                MessageType.STATUS,
                addressing.sender(),
                named.map(Dispatch::documentId).orElseGet(() -> documentId(status.responseFor())),
                BusinessType.NEW,
                content,
                status.statusCode().code(),
                named.map(Dispatch::code).orElse(DocumentCode.NONE),
                status.responseFor().promulgationDate(),
                0,
                now,
                caller.name(),
                submission.channel());
        StatusEntry entry = answered.map(Answered::about)
                .map(document -> new StatusEntry(
                        ids.next(),
                        document.id(),
                        document.sender().equals(addressing.sender()) ? receiver : addressing.sender(),
                        addressing.sender(),
                        status.statusCode(),
                        status.description(),
                        status.timestamp(),
                        now,
                        dispatch.id(),
                        false))
                .orElse(null);
        return new NewDispatch(
                new Acceptance(dispatch, deliveries(addressing.recipients()), List.of(), null), entry, null, Set.of());
    }

    private static DocumentId documentId(ResponseFor responseFor) {
        String named = responseFor.documentId().isEmpty() ? responseFor.code() : responseFor.documentId();
        if (!DocumentId.isWellFormed(named)) {
            throw refused(FailureCode.EDXML_NOT_CONFORMANT, "ResponseFor");
        }
        return new DocumentId(named);
    }

    private SortedMap<OrganId, DeliveryId> deliveries(Set<OrganId> recipients) {
        SortedMap<OrganId, DeliveryId> deliveries = new TreeMap<>();
        recipients.forEach(recipient -> deliveries.put(recipient, new DeliveryId(ids.next())));
        return deliveries;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static FailureException refused(FailureCode code, String... arguments) {
        return new FailureException(Failure.of(code, arguments));
    }
}
