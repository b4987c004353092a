package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.deadline.Allowance;
import vn.lienthong.exchange.domain.deadline.CalendarDay;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.deadline.Deadlines;
import vn.lienthong.exchange.domain.deadline.ReportRow;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;

/** Deadlines in PostgreSQL. */
record JdbiDeadlines(Handle handle) implements Deadlines {
    private static final String COLUMNS =
            "select delivery, agency, priority, started_at, due_at, warned_at, missed_at, met_at, ended_at from deadline ";

    @Override
    public List<DeadlineRule> rules() {
        return handle.createQuery("""
                        select kind, priority, working_days, minutes, around_the_clock, lead_minutes
                        from deadline_rule order by kind, priority""").map(JdbiDeadlines::rule).list();
    }

    @Override
    public void put(DeadlineRule rule, Instant at, String by) {
        Integer days = rule.allowance() instanceof Allowance.WorkingDays(int count) ? count : null;
        Allowance.Time time = rule.allowance() instanceof Allowance.Time given ? given : null;
        handle.createUpdate("""
                        update deadline_rule set working_days = :days, minutes = :minutes, around_the_clock = :clock,
                            lead_minutes = :lead, changed_at = :at, changed_by = :by
                        where kind = :kind and priority = :priority""")
                .bind("days", days)
                .bind(
                        "minutes",
                        time == null ? null : Math.toIntExact(time.time().toMinutes()))
                .bind("clock", time != null && time.aroundTheClock())
                .bind("lead", Math.toIntExact(rule.lead().toMinutes()))
                .bind("at", at)
                .bind("by", by)
                .bind("kind", rule.kind().wireName())
                .bind("priority", rule.priority())
                .execute();
    }

    @Override
    public List<CalendarDay> days(LocalDate from, LocalDate to) {
        return handle.createQuery(
                        "select day, working, name from calendar_day where day between :from and :to order by day")
                .bind("from", from)
                .bind("to", to)
                .map(JdbiDeadlines::day)
                .list();
    }

    @Override
    public List<CalendarDay> days() {
        return handle.createQuery("select day, working, name from calendar_day order by day")
                .map(JdbiDeadlines::day)
                .list();
    }

    @Override
    public void put(CalendarDay day, Instant at, String by) {
        handle.createUpdate("""
                        insert into calendar_day (day, working, name, changed_at, changed_by)
                        values (:day, :working, :name, :at, :by)
                        on conflict (day) do update set working = excluded.working, name = excluded.name,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .bind("day", day.day())
                .bind("working", day.working())
                .bind("name", day.name())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    @Override
    public boolean forget(LocalDate day) {
        return handle.createUpdate("delete from calendar_day where day = :day")
                        .bind("day", day)
                        .execute()
                == 1;
    }

    @Override
    public void lookAtAll(Instant now) {
        handle.createUpdate("update deadline set next_at = :now where next_at > :now")
                .bind("now", now)
                .execute();
    }

    @Override
    public void begin(Collection<Deadline> deadlines, Instant next) {
        if (deadlines.isEmpty()) {
            return;
        }
        Deadline one = deadlines.iterator().next();
        handle.createUpdate("""
                        insert into deadline (delivery, agency, priority, started_at, due_at, next_at)
                        select n.delivery, n.agency, :priority, :started, :due, :next
                        from unnest(:deliveries, :agencies) as n (delivery, agency)""")
                .bindArray(
                        "deliveries",
                        UUID.class,
                        deadlines.stream().map(each -> each.delivery().value()).toArray())
                .bindArray(
                        "agencies",
                        String.class,
                        deadlines.stream().map(each -> each.agency().value()).toArray())
                .bind("priority", one.priority())
                .bind("started", one.startedAt())
                .bind("due", one.dueAt())
                .bind("next", next)
                .execute();
    }

    @Override
    public void met(DeliveryId delivery, Instant at) {
        end("met_at", delivery, at);
    }

    @Override
    public void ended(DeliveryId delivery, Instant at) {
        end("ended_at", delivery, at);
    }

    private void end(String how, DeliveryId delivery, Instant at) {
        handle.createUpdate("update deadline set " + how + " = :at, next_at = null"
                        + " where delivery = :delivery and met_at is null and ended_at is null")
                .bind("delivery", delivery.value())
                .bind("at", at)
                .execute();
    }

    @Override
    public List<Deadline> lookedAt(Instant now, int max) {
        return handle.createQuery(COLUMNS + "where next_at <= :now order by next_at limit :max for update skip locked")
                .bind("now", now)
                .bind("max", max)
                .map(JdbiDeadlines::deadline)
                .list();
    }

    @Override
    public void update(Deadline deadline, @Nullable Instant next) {
        handle.createUpdate("""
                        update deadline set due_at = :due, next_at = :next, warned_at = :warned, missed_at = :missed
                        where delivery = :delivery""")
                .bind("due", deadline.dueAt())
                .bind("next", next)
                .bind("warned", deadline.warnedAt())
                .bind("missed", deadline.missedAt())
                .bind("delivery", deadline.delivery().value())
                .execute();
    }

    @Override
    public List<Deadline> list(
            Set<OrganId> agencies, Deadline.@Nullable State state, Instant now, @Nullable After after, int most) {
        String behind = after == null ? "" : " and (due_at, delivery) > (:afterDue, :afterDelivery)";
        Query query = handle.createQuery(COLUMNS + "where agency = any(:agencies) and " + condition(state) + behind
                        + " order by due_at, delivery limit :most")
                .bindArray("agencies", String.class, (Object[]) Columns.texts(agencies))
                .bind("most", most);
        if (state == Deadline.State.OPEN || state == Deadline.State.NEAR || state == Deadline.State.OVERDUE) {
            query.bind("now", now);
        }
        if (after != null) {
            query.bind("afterDue", after.dueAt())
                    .bind("afterDelivery", after.delivery().value());
        }
        return query.map(JdbiDeadlines::deadline).list();
    }

    private static String condition(Deadline.@Nullable State state) {
        String open = "met_at is null and ended_at is null";
        return switch (state) {
            case null -> open;
            case OPEN -> open + " and due_at >= :now and warned_at is null";
            case NEAR -> open + " and due_at >= :now and warned_at is not null";
            case OVERDUE -> open + " and due_at < :now";
            case KEPT -> "met_at <= due_at";
            case LATE -> "met_at > due_at";
            case ENDED -> "met_at is null and ended_at is not null";
        };
    }

    @Override
    public List<ReportRow> received(Set<OrganId> agencies, Instant from, Instant to, Instant now) {
        return of(handle.createQuery("""
                                select agency, count(*) filter (where met_at <= due_at) as kept,
                                    count(*) filter (where met_at > due_at or met_at is null and due_at < :now) as late,
                                    count(*) filter (where met_at is null and due_at >= :now) as open
                                from deadline where due_at >= :from and due_at < :to and (met_at is not null or ended_at is null)
                                """ + named(agencies) + "group by agency order by agency"), agencies, from, to)
                .bind("now", now)
                .map((row, context) -> new ReportRow(
                        new OrganId(row.getString("agency")),
                        DeadlineKind.RECEIVE,
                        row.getLong("kept"),
                        row.getLong("late"),
                        row.getLong("open")))
                .list();
    }

    // Ids are of their time, to the millisecond: the index of what an agency sent finds a month by them.
    @Override
    public List<SentOn> sent(Set<OrganId> agencies, Instant from, Instant to) {
        return of(
                        handle.createQuery(
                                """
                                select sender as agency, promulgation_date, priority, date_trunc('minute', accepted_at) as minute,
                                    count(*) as count
                                from dispatch where message_type = 'edoc' and business_type = 0 and promulgation_date is not null
                                    and id >= :first and id < :last and accepted_at >= :from and accepted_at < :to
                                """ + named(agencies).replace("agency", "sender") + "group by 1, 2, 3, 4 order by 1"),
                        agencies,
                        from,
                        to)
                .bind("first", idOf(from.minusSeconds(600)))
                .bind("last", idOf(to.plusSeconds(600)))
                .map((row, context) -> new SentOn(
                        new OrganId(row.getString("agency")),
                        row.getObject("promulgation_date", LocalDate.class),
                        row.getInt("priority"),
                        Columns.instant(row, "minute"),
                        row.getLong("count")))
                .list();
    }

    private static UUID idOf(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    private static String named(Set<OrganId> agencies) {
        return agencies.isEmpty() ? "" : " and agency = any(:agencies) ";
    }

    private static Query of(Query query, Set<OrganId> agencies, Instant from, Instant to) {
        if (!agencies.isEmpty()) {
            query.bindArray("agencies", String.class, (Object[]) Columns.texts(agencies));
        }
        return query.bind("from", from).bind("to", to);
    }

    private static DeadlineRule rule(ResultSet row, StatementContext context) throws SQLException {
        Integer days = row.getObject("working_days", Integer.class);
        return new DeadlineRule(
                DeadlineKind.ofWireName(row.getString("kind")).orElseThrow(),
                row.getInt("priority"),
                days == null
                        ? new Allowance.Time(
                                Duration.ofMinutes(row.getInt("minutes")), row.getBoolean("around_the_clock"))
                        : new Allowance.WorkingDays(days),
                Duration.ofMinutes(row.getInt("lead_minutes")));
    }

    private static CalendarDay day(ResultSet row, StatementContext context) throws SQLException {
        return new CalendarDay(row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name"));
    }

    private static Deadline deadline(ResultSet row, StatementContext context) throws SQLException {
        return new Deadline(
                new DeliveryId(Columns.uuid(row, "delivery")),
                new OrganId(row.getString("agency")),
                row.getInt("priority"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "due_at"),
                Columns.instantOrNull(row, "warned_at"),
                Columns.instantOrNull(row, "missed_at"),
                Columns.instantOrNull(row, "met_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
