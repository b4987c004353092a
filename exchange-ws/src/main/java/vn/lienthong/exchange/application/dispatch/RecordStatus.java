package vn.lienthong.exchange.application.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import vn.lienthong.exchange.application.dispatch.StatusOutcome.Recorded;
import vn.lienthong.exchange.application.dispatch.StatusOutcome.Refused;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.edxml.XmlText;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.Outbox.Job;
import vn.lienthong.exchange.domain.ledger.Outbox.JobKind;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Records a business status that comes over REST or SOAP; an outbox job turns it into a status message, so that the
 * other party sees it whatever protocol it speaks. Thread-safe; harmless when repeated.
 */
public final class RecordStatus {
    private static final int LONGEST_DESCRIPTION = 500;

    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final Clock clock;

    public RecordStatus(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    /** The status was recorded, or refused with the reason. */
    public StatusOutcome record(Caller caller, StatusReport report) {
        if (!caller.has(Role.EXCHANGE)) {
            return new Refused(Failure.of(FailureCode.NOT_PERMITTED));
        }
        if (report.description().length() > LONGEST_DESCRIPTION
                || !XmlText.fits(report.description())
                || report.status().needsReason() && report.description().isBlank()) {
            return new Refused(Failure.of(FailureCode.PARAMETER_INVALID, "description"));
        }
        try {
            return unitOfWork.inTransaction(ledger -> {
                List<StatusEntry> added = new ArrayList<>();
                for (StatusEntry entry : entries(ledger, caller, report)) {
                    StatusRecording recorded = StatusHistory.append(ledger, entry, caller.name());
                    if (recorded == StatusRecording.ADDED || recorded == StatusRecording.WITHDRAWN) {
                        added.add(entry);
                    }
                    if (recorded == StatusRecording.ADDED) {
                        ledger.outbox().put(job(entry), entry.recordedAt());
                    }
                }
                return new Recorded(added);
            });
        } catch (FailureException e) {
            return new Refused(e.failure());
        }
    }

    private List<StatusEntry> entries(Ledger ledger, Caller caller, StatusReport report) {
        return report.status() == StatusCode.RECALLED
                ? fromSender(ledger, caller, report)
                : List.of(fromRecipient(ledger, caller, report));
    }

    private StatusEntry fromRecipient(Ledger ledger, Caller caller, StatusReport report) {
        OrganId from = report.from() == null
                ? null
                : ledger.agencies().resolve(List.of(report.from())).get(report.from());
        List<ReceivedMessage> mine = ledger.deliveries().find(caller.agencies(), report.document()).stream()
                .filter(message -> message.dispatch().type() == MessageType.EDOC)
                .filter(message -> report.from() == null || message.recipient().equals(from))
                .toList();
        if (mine.isEmpty()) {
            throw Intake.refused(FailureCode.NOT_FOUND, report.document().toString());
        }
        if (mine.size() > 1) {
            throw Intake.refused(FailureCode.PARAMETER_MISSING, "from");
        }
        OrganId recipient = mine.get(0).recipient();
        Dispatch about = Answered.by(ledger, mine.get(0).dispatch(), report.status(), report.description(), recipient);
        return entry(report, about, recipient, recipient);
    }

    private List<StatusEntry> fromSender(Ledger ledger, Caller caller, StatusReport report) {
        DispatchId id = new DispatchId(report.document().value());
        Dispatch document = ledger.dispatches()
                .find(id)
                .filter(dispatch -> dispatch.type() == MessageType.EDOC && caller.actsFor(dispatch.sender()))
                .orElseThrow(() -> Intake.refused(FailureCode.NOT_FOUND, id.toString()));
        Changing.lock(ledger, List.of(document));
        List<StatusEntry> entries = new ArrayList<>();
        held(ledger, document).forEach((party, held) -> entries.add(entry(report, held, party, document.sender())));
        return entries;
    }

    /** The document stands for all messages that brought it to somebody, an update for itself alone. */
    private static SortedMap<OrganId, Dispatch> held(Ledger ledger, Dispatch document) {
        SortedMap<OrganId, Dispatch> held = ledger.dispatches().holders(document.sender(), document.documentId());
        boolean whole = ledger.dispatches()
                .document(document.sender(), document.documentId(), false)
                .filter(first -> first.id().equals(document.id()))
                .isPresent();
        if (!whole) {
            held.clear();
            ledger.dispatches().recipients(document.id()).keySet().forEach(party -> held.put(party, document));
        }
        return held;
    }

    private StatusEntry entry(StatusReport report, Dispatch document, OrganId party, OrganId reporter) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = report.at() == null ? now : report.at();
        return new StatusEntry(
                ids.next(),
                document.id(),
                party,
                reporter,
                report.status(),
                report.description(),
                at,
                now,
                null,
                false);
    }

    private Job job(StatusEntry entry) {
        String lane = entry.dispatch() + " " + entry.party();
        return new Job(ids.next(), JobKind.STATUS_MESSAGE, lane, entry.id().toString(), 0);
    }
}
