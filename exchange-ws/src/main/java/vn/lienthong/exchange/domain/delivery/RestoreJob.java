package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * Deliveries that are to be restored, many at once.
 *
 * @param senders only what these sent; whosever where it is empty
 * @param recipients only what is for these; for whomever where it is empty
 * @param from when they were set aside, at the earliest
 * @param to and before when; not after the job was made, so that nothing is restored twice by it
 * @param matched how many there were when it was made
 * @param place where it has come to
 * @param finishedAt null while it is not done
 */
public record RestoreJob(
        UUID id,
        String requestedBy,
        Set<OrganId> senders,
        Set<OrganId> recipients,
        Instant from,
        Instant to,
        Instant createdAt,
        int matched,
        int restored,
        Place place,
        @Nullable Instant finishedAt) {
    public RestoreJob {
        senders = Set.copyOf(senders);
        recipients = Set.copyOf(recipients);
    }

    /** A delivery, in the order in which they were set aside. */
    public record Place(Instant setAsideAt, UUID delivery) {}

    /** The same, so many further. */
    public RestoreJob with(int more, Place reached) {
        return new RestoreJob(
                id,
                requestedBy,
                senders,
                recipients,
                from,
                to,
                createdAt,
                matched,
                restored + more,
                reached,
                finishedAt);
    }

    public RestoreJob finished(Instant at) {
        return new RestoreJob(id, requestedBy, senders, recipients, from, to, createdAt, matched, restored, place, at);
    }
}
