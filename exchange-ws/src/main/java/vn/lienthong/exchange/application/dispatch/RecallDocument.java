package vn.lienthong.exchange.application.dispatch;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlDraft;
import vn.lienthong.exchange.domain.edxml.EdxmlReader;
import vn.lienthong.exchange.domain.edxml.EdxmlReading;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.EdxmlWriter;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.TraceHeader;
import vn.lienthong.exchange.domain.edxml.TraceHeaderList;
import vn.lienthong.exchange.domain.edxml.XmlText;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Recalls a document for a caller that writes no edXML: the recall message is made of the document's own header, and goes
 * the way of every message. Thread-safe; the same recall again is answered as the first.
 */
public final class RecallDocument {
    private static final int LONGEST_REASON = 500;

    private final UnitOfWork unitOfWork;
    private final ContentStore store;
    private final EdxmlReader reader;
    private final EdxmlWriter writer;
    private final AcceptDispatch accept;
    private final Clock clock;

    public RecallDocument(
            UnitOfWork unitOfWork,
            ContentStore store,
            EdxmlReader reader,
            EdxmlWriter writer,
            AcceptDispatch accept,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.reader = reader;
        this.writer = writer;
        this.accept = accept;
        this.clock = clock;
    }

    /**
     * Each recipient of the document was asked for it back, or had it withdrawn.
     *
     * @param reason why, 1 to 500 characters that XML can carry; a recall that was refused is repeated under another reason
     */
    public AcceptOutcome recall(Caller caller, DispatchId id, String reason) {
        if (!caller.has(Role.EXCHANGE)) {
            return new Refused(Failure.of(FailureCode.NOT_PERMITTED));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON || !XmlText.fits(reason)) {
            return new Refused(Failure.of(FailureCode.PARAMETER_INVALID, "reason"));
        }
        try {
            Optional<Dispatch> document = unitOfWork.reading(ledger -> own(ledger, caller, id));
            if (document.isEmpty()) {
                return new Refused(Failure.of(FailureCode.NOT_FOUND, id.toString()));
            }
            return recall(caller, document.get(), reason.strip());
        } catch (FailureException e) {
            return new Refused(e.failure());
        } catch (IOException e) {
            return new Refused(ContentException.failureOf(e));
        }
    }

    private AcceptOutcome recall(Caller caller, Dispatch document, String reason) throws IOException {
        if (!unitOfWork.reading(ledger -> isDocument(ledger, document))) {
            return new Refused(new Failure(
                    FailureCode.CHANGE_NOT_POSSIBLE,
                    List.of(document.documentId().value()),
                    List.of(new Finding("R.id", "names an update; what can be recalled is the document itself"))));
        }
        Optional<Accepted> earlier = earlier(document, reason);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream(8192);
        writer.write(draft(document, reason), message);
        AcceptOutcome outcome =
                accept.accept(caller, Submission.of(Channel.REST, new ByteArrayInputStream(message.toByteArray())));
        boolean beaten =
                outcome instanceof Refused refused && refused.failure().code() == FailureCode.DOCUMENT_RECALLED;
        return beaten
                ? earlier(document, reason).<AcceptOutcome>map(first -> first).orElse(outcome)
                : outcome;
    }

    private static Optional<Dispatch> own(Ledger ledger, Caller caller, DispatchId id) {
        return ledger.dispatches()
                .find(id)
                .filter(dispatch -> dispatch.type() == MessageType.EDOC
                        && dispatch.businessType() != BusinessType.RECALL
                        && caller.actsFor(dispatch.sender()));
    }

    /** Whether a message that recalls this DocumentId recalls this very message: an update's is its document's. */
    private static boolean isDocument(Ledger ledger, Dispatch message) {
        return ledger.dispatches()
                .document(message.sender(), message.documentId(), false)
                .filter(document -> document.id().equals(message.id()))
                .isPresent();
    }

    /** The receipt of the recall of that document for that reason that asked everybody. */
    private Optional<Accepted> earlier(Dispatch document, String reason) {
        return unitOfWork.reading(ledger -> {
            Set<OrganId> everybody = everybody(ledger, document);
            List<DispatchId> recalls = ledger.statuses().history(document.id()).stream()
                    .filter(entry ->
                            entry.message() != null && entry.description().equals(reason))
                    .map(entry -> entry.message())
                    .toList();
            return ledger.copies().changesOf(document.id(), Optional.empty()).stream()
                    .filter(change -> change.businessType() == BusinessType.RECALL && recalls.contains(change.id()))
                    .filter(recall ->
                            ledger.dispatches().recipients(recall.id()).keySet().containsAll(everybody))
                    .reduce((one, newer) -> newer)
                    .map(recall -> RecordDispatch.accepted(
                            recall, ledger.dispatches().recipients(recall.id()).keySet()));
        });
    }

    private static Set<OrganId> everybody(Ledger ledger, Dispatch document) {
        return ledger.dispatches()
                .holders(document.sender(), document.documentId())
                .keySet();
    }

    private EdxmlDraft draft(Dispatch document, String reason) throws IOException {
        MessageHeader header = header(document);
        List<Organ> recipients = unitOfWork.reading(ledger -> everybody(ledger, document).stream()
                .map(recipient -> ledger.agencies().find(recipient).orElseThrow())
                .map(RecallDocument::organ)
                .toList());
        Bussiness bussiness = new Bussiness(
                BussinessDocType.RECALL, document.documentId().value(), reason, "0", null, List.of(), List.of());
        TraceHeader trace = new TraceHeader(document.sender(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new EdxmlDraft(
                header.addressedTo(recipients), new TraceHeaderList(bussiness, List.of(trace)), List.of());
    }

    private static Organ organ(Agency agency) {
        return Organ.of(agency.id(), agency.name());
    }

    private MessageHeader header(Dispatch document) throws IOException {
        try (InputStream octets = new BufferedInputStream(store.open(document.content()), 1 << 16)) {
            return switch (reader.read(octets, EdxmlRules.FIELD)) {
                case EdxmlReading.Accepted(EdxmlDocument read, var findings) -> read.header();
                case EdxmlReading.Accepted other -> throw new IllegalStateException("a document is no status");
                case EdxmlReading.Refused refused -> throw new FailureException(refused.failure());
            };
        }
    }
}
