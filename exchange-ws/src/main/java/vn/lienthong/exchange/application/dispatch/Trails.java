package vn.lienthong.exchange.application.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.TrailEvent.Leg;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.CopyTimes;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** Everything that happened to a document: transport, statuses, recalls, updates and replacements. Thread-safe. */
public final class Trails {
    private final UnitOfWork unitOfWork;

    public Trails(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * The trail of a message that the caller may read, oldest first: all of it for its sender and for auditors, that of
     * its own copies for a recipient.
     */
    public List<TrailEvent> of(Caller caller, Dispatch dispatch) {
        boolean all = caller.has(Role.AUDIT) || caller.has(Role.EXCHANGE) && caller.actsFor(dispatch.sender());
        Predicate<OrganId> visible = party -> all || caller.has(Role.EXCHANGE) && caller.actsFor(party);
        return unitOfWork.reading(ledger -> events(ledger, dispatch)).stream()
                .filter(event -> visible.test(event.recipient()))
                .sorted(Comparator.comparing(TrailEvent::at))
                .toList();
    }

    /** Causes before effects, where both happened at one instant. */
    private static List<TrailEvent> events(Ledger ledger, Dispatch dispatch) {
        List<TrailEvent> events = new ArrayList<>();
        for (DispatchLink link : ledger.copies().links(List.of(dispatch.id()))) {
            Optional<Dispatch> change = ledger.dispatches().find(link.change());
            change.ifPresent(message -> events.add(new TrailEvent.Changed(message.acceptedAt(), link)));
        }
        ledger.statuses().history(dispatch.id()).forEach(entry -> events.add(new TrailEvent.Reported(entry)));
        for (CopyTimes copy : ledger.copies().times(dispatch.id())) {
            add(events, copy, Leg.ACCEPTED, copy.createdAt());
            add(events, copy, Leg.GIVEN, copy.givenAt());
            add(events, copy, Leg.CONFIRMED, copy.confirmedAt());
            add(events, copy, Leg.WITHDRAWN, copy.withdrawnAt());
        }
        return events;
    }

    private static void add(List<TrailEvent> events, CopyTimes copy, Leg leg, @Nullable Instant at) {
        if (at != null) {
            events.add(new TrailEvent.Transported(at, copy.party(), leg));
        }
    }
}
