package vn.lienthong.exchange.application.dispatch;

import java.time.Instant;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.delivery.StatusEntry;

/** One thing that happened to a document. */
public sealed interface TrailEvent {
    Instant at();

    /** The recipient whose copy it is about. */
    OrganId recipient();

    /** The transport came so far. */
    record Transported(Instant at, OrganId recipient, Leg leg) implements TrailEvent {}

    /** A business status was recorded. */
    record Reported(StatusEntry entry) implements TrailEvent {
        @Override
        public Instant at() {
            return entry.recordedAt();
        }

        @Override
        public OrganId recipient() {
            return entry.party();
        }
    }

    /** A message came in that recalls, updates or replaces this one, or this one did that to another. */
    record Changed(Instant at, DispatchLink link) implements TrailEvent {
        @Override
        public OrganId recipient() {
            return link.party();
        }
    }

    /** The legs of the way. */
    enum Leg {
        ACCEPTED,
        GIVEN,
        CONFIRMED,
        WITHDRAWN
    }
}
