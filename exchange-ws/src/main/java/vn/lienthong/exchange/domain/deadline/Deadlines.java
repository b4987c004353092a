package vn.lienthong.exchange.domain.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;

/** Deadlines, rules and decided days; bound to the transaction that it was taken from. */
public interface Deadlines {

    List<DeadlineRule> rules();

    void put(DeadlineRule rule, Instant at, String by);

    List<CalendarDay> days(LocalDate from, LocalDate to);

    /** All that was ever decided: a few days a year. */
    List<CalendarDay> days();

    void put(CalendarDay day, Instant at, String by);

    /** False if nothing was decided for that day. */
    boolean forget(LocalDate day);

    /** Rules or days have changed: each open deadline is looked at anew. */
    void lookAtAll(Instant now);

    /** Deadlines begin; who has to look at them first does so at {@code next}. */
    void begin(Collection<Deadline> deadlines, Instant next);

    /** The delivery was acknowledged; only the first time counts. */
    void met(DeliveryId delivery, Instant at);

    /** Nothing is to be acknowledged any more. */
    void ended(DeliveryId delivery, Instant at);

    /** Up to {@code max} that have to be looked at, the longest due first; nobody else gets them in this transaction. */
    List<Deadline> lookedAt(Instant now, int max);

    /** As it is from now on, to be looked at again then, or never. */
    void update(Deadline deadline, @Nullable Instant next);

    /**
     * Those of the agencies that are in that state now, the first due first, behind the given one.
     *
     * @param state null for all that are open in any way
     */
    List<Deadline> list(
            Set<OrganId> agencies, Deadline.@Nullable State state, Instant now, @Nullable After after, int most);

    /** What was due to be acknowledged in that span, counted; all agencies' where none is named. */
    List<ReportRow> received(Set<OrganId> agencies, Instant from, Instant to, Instant now);

    /** The documents that the agencies sent in that span: all agencies' where none is named. */
    List<SentOn> sent(Set<OrganId> agencies, Instant from, Instant to);

    /** Behind which one a list goes on. */
    record After(Instant dueAt, DeliveryId delivery) {}

    /**
     * How many documents of an agency that were signed on one day were sent at one minute.
     *
     * @param sentAt to the minute
     */
    record SentOn(OrganId agency, LocalDate signed, int priority, Instant sentAt, long count) {}
}
