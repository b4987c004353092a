package vn.lienthong.exchange.application.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineSettings;
import vn.lienthong.exchange.domain.deadline.Deadlines.After;
import vn.lienthong.exchange.domain.deadline.Deadlines.SentOn;
import vn.lienthong.exchange.domain.deadline.ReportRow;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** What the caller's own agencies have to do until when, and how they kept it; an operator sees reports of all. Thread-safe. */
public final class ReadDeadlines {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ReadDeadlines(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** The deadlines and the moment at which they stood so. */
    public record Standing(List<Deadline> deadlines, Instant at) {}

    /**
     * Those of the caller's agencies, the first due first.
     *
     * @param named one of them, or null for all
     * @param state null for all that are open in any way
     * @throws FailureException {@code not-permitted} if the agency is not the caller's
     */
    public Standing list(
            Caller caller, @Nullable OrganId named, Deadline.@Nullable State state, @Nullable After after, int most) {
        Instant now = clock.instant();
        return unitOfWork.reading(ledger ->
                new Standing(ledger.deadlines().list(own(ledger, caller, named), state, now, after, most), now));
    }

    /**
     * How deadlines of a month were kept, by agency and kind.
     *
     * @param named only this agency; an operator who names none gets all
     * @throws FailureException {@code not-permitted} if the agency is not the caller's
     */
    public List<ReportRow> report(Caller caller, @Nullable OrganId named, YearMonth month) {
        Instant from = VietnamTime.startOf(month.atDay(1));
        Instant to = VietnamTime.startOf(month.plusMonths(1).atDay(1));
        return unitOfWork.reading(ledger -> {
            Set<OrganId> agencies = caller.has(Role.OPERATE) ? anybody(ledger, named) : own(ledger, caller, named);
            if (agencies.isEmpty() && !(caller.has(Role.OPERATE) && named == null)) {
                return List.of();
            }
            List<ReportRow> rows = new ArrayList<>(ledger.deadlines().received(agencies, from, to, clock.instant()));
            rows.addAll(sent(ledger.deadlines().sent(agencies, from, to), SettingsInForce.of(ledger)));
            return List.copyOf(rows);
        });
    }

    /** What was signed on a day is in time until the end that the rule gives to its morning. */
    private static List<ReportRow> sent(List<SentOn> sent, DeadlineSettings settings) {
        TreeMap<String, long[]> counted = new TreeMap<>();
        for (SentOn some : sent) {
            Instant due = settings.rule(DeadlineKind.SEND, some.priority())
                    .due(VietnamTime.startOf(some.signed()), settings.calendar());
            long[] count = counted.computeIfAbsent(some.agency().value(), agency -> new long[2]);
            count[some.sentAt().isAfter(due) ? 1 : 0] += some.count();
        }
        return counted.entrySet().stream()
                .map(each -> new ReportRow(
                        new OrganId(each.getKey()), DeadlineKind.SEND, each.getValue()[0], each.getValue()[1], 0))
                .toList();
    }

    private static Set<OrganId> anybody(Ledger ledger, @Nullable OrganId named) {
        return named == null
                ? Set.of()
                : new HashSet<>(ledger.agencies().resolve(Set.of(named)).values());
    }

    private static Set<OrganId> own(Ledger ledger, Caller caller, @Nullable OrganId named) {
        if (!caller.has(Role.EXCHANGE)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.EXCHANGE.name()));
        }
        if (named != null && !caller.actsFor(named)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, named.value()));
        }
        return new HashSet<>(ledger.agencies()
                .resolve(named == null ? caller.agencies() : Set.of(named))
                .values());
    }
}
