package vn.lienthong.exchange.application.setaside;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.lienthong.exchange.application.delivery.Authority;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;
import vn.lienthong.exchange.domain.delivery.RestoreJob;
import vn.lienthong.exchange.domain.delivery.SetAsides.Aside;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.event.NewEvent;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Puts deliveries that were set aside back on their recipients' lists: one, or many by a job that goes on in the background.
 * By their sender, or by an operator. Each is restored once and is in the audit log. Thread-safe; nodes share the jobs.
 */
public final class RestoreDeliveries {
    /** In one transaction, which holds locks on as many rows. */
    private static final int AT_ONCE = 200;

    private static final UUID NONE = new UUID(0, 0);

    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final Clock clock;

    public RestoreDeliveries(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * It is on its recipient's list.
     *
     * @return whether it was set aside; repeated, it was not
     * @throws FailureException {@code not-found} if there is none of that dispatch that the caller may restore
     */
    public boolean restore(Caller caller, DispatchId dispatch, DeliveryId delivery) {
        return unitOfWork.inTransaction(ledger -> {
            Aside found = ledger.setAsides()
                    .lock(delivery)
                    .filter(aside -> aside.dispatch().id().equals(dispatch) && mayRestore(caller, aside))
                    .orElseThrow(() -> new FailureException(Failure.of(FailureCode.NOT_FOUND, delivery.toString())));
            boolean aside = found.setAsideAt() != null;
            if (aside) {
                restore(ledger, found, caller.name(), now());
            }
            return aside;
        });
    }

    /**
     * What was set aside in that time is being restored.
     *
     * @param recipients only what is for these; for whomever where it is empty
     */
    public RestoreJob restoreAll(Caller caller, Set<OrganId> recipients, Instant from, Instant to) {
        Instant now = now();
        return unitOfWork.inTransaction(ledger -> {
            Set<OrganId> senders = caller.has(Role.OPERATE) ? Set.of() : Authority.agencies(ledger, caller, Set.of());
            Set<OrganId> present =
                    Set.copyOf(ledger.agencies().resolve(recipients).values());
            if (!caller.has(Role.OPERATE) && senders.isEmpty() || present.size() < recipients.size()) {
                throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "recipient"));
            }
            RestoreJob job = new RestoreJob(
                    ids.next(),
                    caller.name(),
                    senders,
                    present,
                    from,
                    to.isBefore(now) ? to : now,
                    now,
                    0,
                    0,
                    new RestoreJob.Place(Instant.EPOCH, NONE),
                    null);
            return ledger.setAsides().add(job);
        });
    }

    /** The job, if the caller made it or is an operator. */
    public Optional<RestoreJob> job(Caller caller, UUID id) {
        return unitOfWork.reading(ledger -> ledger.setAsides()
                .job(id)
                .filter(job -> caller.has(Role.OPERATE) || job.requestedBy().equals(caller.name())));
    }

    /** @return whether more is to be done */
    public boolean run() {
        return unitOfWork.inTransaction(ledger ->
                ledger.setAsides().claim().map(job -> some(ledger, job)).isPresent());
    }

    private RestoreJob some(Ledger ledger, RestoreJob job) {
        List<Aside> next = ledger.setAsides().next(job, AT_ONCE);
        Instant now = now();
        RestoreJob reached = job;
        for (Aside aside : next) {
            Instant at = aside.setAsideAt() == null ? now : aside.setAsideAt();
            restore(ledger, aside, job.requestedBy(), now);
            reached = reached.with(1, new RestoreJob.Place(at, aside.id().value()));
        }
        RestoreJob after = next.size() < AT_ONCE ? reached.finished(now) : reached;
        ledger.setAsides().progress(after);
        return after;
    }

    /** Its recipient hears of it as of what has come just now. */
    private static void restore(Ledger ledger, Aside aside, String actor, Instant now) {
        ledger.setAsides().restore(aside.id(), now);
        ledger.setAsides().note(aside.id(), new DeliveryAttempt(DeliveryAttempt.Kind.RESTORED, now, actor, "", null));
        TreeMap<String, String> details = new TreeMap<>();
        details.put("recipient", aside.recipient().value());
        ledger.audit().append(new AuditNote(Deed.DELIVERY_RESTORED, now, null, actor, aside.dispatch(), null, details));
        ledger.events()
                .append(NewEvent.changed(
                        aside.recipient(),
                        EventKind.DISPATCH_RECEIVED,
                        aside.dispatch().id(),
                        aside.id(),
                        null,
                        now));
    }

    private static boolean mayRestore(Caller caller, Aside aside) {
        return caller.has(Role.OPERATE)
                || caller.has(Role.EXCHANGE) && caller.actsFor(aside.dispatch().sender());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
