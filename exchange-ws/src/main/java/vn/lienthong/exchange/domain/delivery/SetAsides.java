package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/**
 * What was tried with deliveries, and those that are set aside; bound to the transaction that it was taken from. Whosever they
 * are: who asks has to be asked.
 */
public interface SetAsides {
    void note(DeliveryId delivery, DeliveryAttempt attempt);

    /** What was tried, oldest first; of very much the newest. */
    List<DeliveryAttempt> attempts(DeliveryId delivery, int max);

    /** The delivery, locked until the transaction ends. */
    Optional<Aside> lock(DeliveryId delivery);

    /** It is off its recipient's list. */
    void setAside(DeliveryId delivery, Instant at);

    /** It is on its recipient's list again, as if it had never been given back. */
    void restore(DeliveryId delivery, Instant at);

    /** The job is to be done; the number that it matches now is counted. */
    RestoreJob add(RestoreJob job);

    Optional<RestoreJob> job(UUID id);

    /** The oldest job that is to be done, nobody else's until the transaction ends. */
    Optional<RestoreJob> claim();

    /** The next that it names, locked. */
    List<Aside> next(RestoreJob job, int max);

    /** Where it has come to. */
    void progress(RestoreJob job);

    /**
     * A delivery as it concerns who restores it.
     *
     * @param setAsideAt null where it is not set aside
     */
    record Aside(
            DeliveryId id,
            Dispatch dispatch,
            OrganId recipient,
            @Nullable Instant setAsideAt) {}
}
