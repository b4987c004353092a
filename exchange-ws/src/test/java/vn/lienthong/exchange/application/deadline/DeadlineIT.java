package vn.lienthong.exchange.application.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.calendar.CalendarChanges;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.calendar.WorkingCalendar;
import vn.lienthong.exchange.domain.calendar.WorkingHours;
import vn.lienthong.exchange.domain.deadline.Allowance;
import vn.lienthong.exchange.domain.deadline.CalendarDay;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.deadline.ReportRow;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Deadlines of deliveries. Source: Decision 28/2018/QĐ-TTg; Decree 30/2020/NĐ-CP, Articles 18.1 and 21.2. */
class DeadlineIT {
    private static final Caller OPERATOR = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));

    @TempDir
    Path folder;

    private TestExchange exchange;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 8);
    }

    @Test
    void whatArrivesHasToBeAcknowledgedByTheEndOfTheWorkingDay() {
        Accepted sent = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY, OTHER));
        Deadline deadline = only(exchange.ministry);
        assertThat(deadline.startedAt()).isEqualTo(sent.acceptedAt());
        assertThat(deadline.dueAt())
                .isEqualTo(new WorkingCalendar(CalendarChanges.NONE, WorkingHours.USUAL).endOfDay(sent.acceptedAt()));
        exchange.transport.report(exchange.ministry, deadline.delivery(), DeliveryState.DONE);
        assertThat(list(exchange.ministry, null)).isEmpty();
        assertThat(list(exchange.ministry, Deadline.State.KEPT)).hasSize(1);
        assertThat(list(exchange.other, null)).as("each recipient has its own").hasSize(1);
    }

    @Test
    void aStatusOfTheRecipientAcknowledgesToo() {
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        exchange.sent(exchange.ministry, Messages.status(StatusCode.ARRIVED, MINISTRY, PROVINCE, PROVINCE, 1));
        assertThat(list(exchange.ministry, null)).isEmpty();
        assertThat(list(exchange.province, null))
                .as("a status message has no deadline")
                .isEmpty();
    }

    @Test
    void whatIsTakenBackUnseenHasNoDeadlineAnyMore() {
        Accepted sent = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        exchange.recallDocument.recall(exchange.province, sent.id(), "Sai thẩm quyền");
        assertThat(list(exchange.ministry, Deadline.State.ENDED)).isNotEmpty();
        assertThat(list(exchange.ministry, Deadline.State.OPEN)).isEmpty();
    }

    @Test
    void isWarnedOfAndMissedOnceByWorkersOfTwoNodesAndAfterARestart() throws Exception {
        for (int number = 1; number <= 30; number++) {
            exchange.sent(exchange.province, Messages.document(number, PROVINCE, MINISTRY));
        }
        Instant due = only(exchange.ministry, 30).dueAt();
        TestExchange second = exchange.anotherNode(8);
        runEverywhere(second, due.minus(Duration.ofMinutes(30)));
        assertThat(audited("deadline-near")).isEqualTo(30);
        assertThat(audited("deadline-missed")).isZero();
        runEverywhere(second, due.minus(Duration.ofMinutes(1)));
        runEverywhere(second, due);
        assertThat(audited("deadline-near")).isEqualTo(30);
        assertThat(audited("deadline-missed")).as("the end itself is in time").isZero();
        runEverywhere(second, due.plusMillis(1));
        runEverywhere(second, due.plus(Duration.ofDays(1)));
        assertThat(audited("deadline-missed")).isEqualTo(30);
        assertThat(audited("deadline-near")).isEqualTo(30);
        assertThat(list(exchange.ministry, Deadline.State.OVERDUE, due.plusMillis(1)))
                .hasSize(30);
    }

    private void runEverywhere(TestExchange second, Instant at) throws Exception {
        Clock then = Clock.fixed(at, ZoneOffset.UTC);
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            for (TestExchange node : List.of(exchange, second)) {
                workers.add(() -> new WatchDeadlines(node.unitOfWork, then).run());
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
            for (Future<Integer> one : threads.invokeAll(workers)) {
                one.get();
            }
        }
    }

    @Test
    void aDayThatIsDecidedToBeOffPutsTheEndOff() {
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Deadline before = only(exchange.ministry);
        LocalDate day = VietnamTime.day(before.dueAt());
        DecideDeadlines decisions = new DecideDeadlines(exchange.unitOfWork, exchange.clock);
        decisions.put(OPERATOR, new CalendarDay(day, false, "Nghỉ bão"));
        new WatchDeadlines(exchange.unitOfWork, exchange.clock).run();
        Deadline after = only(exchange.ministry);
        assertThat(VietnamTime.day(after.dueAt())).isAfter(day);
        assertThat(after.warnedAt()).isNull();
        decisions.forget(OPERATOR, day);
        new WatchDeadlines(exchange.unitOfWork, exchange.clock).run();
        assertThat(only(exchange.ministry).dueAt()).isEqualTo(before.dueAt());
    }

    @Test
    void aRuleIsChangedByAnOperatorAloneAndHoldsForWhatIsOpen() throws SQLException {
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Deadline before = only(exchange.ministry);
        DecideDeadlines decisions = new DecideDeadlines(exchange.unitOfWork, exchange.clock);
        DeadlineRule hour = new DeadlineRule(
                DeadlineKind.RECEIVE, 0, new Allowance.Time(Duration.ofHours(1), true), Duration.ofMinutes(10));
        notPermitted(() -> decisions.put(exchange.ministry, hour));
        notPermitted(() -> decisions.put(exchange.ministry, new CalendarDay(LocalDate.of(2027, 1, 4), false, "x")));
        notPermitted(() -> decisions.forget(exchange.auditor, LocalDate.of(2027, 1, 4)));
        decisions.put(OPERATOR, hour);
        assertThat(decisions.rules()).hasSize(10).contains(hour);
        new WatchDeadlines(exchange.unitOfWork, exchange.clock).run();
        assertThat(only(exchange.ministry).dueAt()).isEqualTo(before.startedAt().plus(Duration.ofHours(1)));
        assertThat(audited("deadline-rule-changed")).isEqualTo(1);
    }

    @Test
    void urgentDocumentsHaveLessTime() {
        List<DeadlineRule> rules = new DecideDeadlines(exchange.unitOfWork, exchange.clock).rules();
        WorkingCalendar calendar = new WorkingCalendar(CalendarChanges.NONE, WorkingHours.USUAL);
        Instant morning = Instant.parse("2026-11-30T01:30:00Z");
        assertThat(rules.stream()
                        .filter(rule -> rule.kind() == DeadlineKind.RECEIVE)
                        .map(rule -> rule.due(morning, calendar)))
                .containsExactly(
                        Instant.parse("2026-11-30T10:00:00Z"),
                        Instant.parse("2026-11-30T03:30:00Z"),
                        Instant.parse("2026-11-30T02:30:00Z"),
                        Instant.parse("2026-11-30T02:00:00Z"),
                        Instant.parse("2026-11-30T02:00:00Z"));
        Instant night = Instant.parse("2026-11-28T16:00:00Z");
        assertThat(rules.stream()
                        .filter(rule -> rule.kind() == DeadlineKind.RECEIVE)
                        .map(rule -> rule.due(night, calendar)))
                .containsExactly(
                        Instant.parse("2026-11-30T10:00:00Z"),
                        Instant.parse("2026-11-30T03:00:00Z"),
                        Instant.parse("2026-11-30T02:00:00Z"),
                        Instant.parse("2026-11-28T16:30:00Z"),
                        Instant.parse("2026-11-28T16:30:00Z"));
    }

    @Test
    void anAgencySeesItsOwnAndAnOperatorTheReportsOfAll() {
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY, OTHER));
        exchange.transport.report(exchange.ministry, only(exchange.ministry).delivery(), DeliveryState.DONE);
        ReadDeadlines reading = new ReadDeadlines(exchange.unitOfWork, exchange.clock);
        YearMonth month = YearMonth.from(VietnamTime.day(only(exchange.other).dueAt()));
        notPermitted(() -> reading.list(exchange.other, MINISTRY, null, null, 10));
        notPermitted(() -> reading.report(exchange.other, MINISTRY, month));
        notPermitted(() -> reading.report(exchange.auditor, null, month));
        notPermitted(() -> reading.list(OPERATOR, null, null, null, 10));
        assertThat(reading.report(exchange.ministry, null, month))
                .containsExactly(new ReportRow(MINISTRY, DeadlineKind.RECEIVE, 1, 0, 0));
        assertThat(reading.report(exchange.other, null, month))
                .containsExactly(new ReportRow(OTHER, DeadlineKind.RECEIVE, 0, 0, 1));
        assertThat(reading.report(OPERATOR, null, month))
                .filteredOn(row -> row.kind() == DeadlineKind.RECEIVE)
                .extracting(ReportRow::agency)
                .containsExactly(MINISTRY, OTHER);
        assertThat(reading.report(OPERATOR, OTHER, month)).hasSize(1);
        assertThat(reading.report(OPERATOR, new OrganId("Z99"), month)).isEmpty();
    }

    @Test
    void whatIsSentLateAfterItsSigningIsReported() {
        Accepted sent = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Dispatch dispatch = exchange.unitOfWork
                .reading(ledger ->
                        ledger.dispatches().find(new DispatchId(sent.id().value())))
                .orElseThrow();
        LocalDate signed = dispatch.promulgationDate();
        boolean inTime = !sent.acceptedAt()
                .isAfter(new WorkingCalendar(CalendarChanges.NONE, WorkingHours.USUAL)
                        .endOfDay(VietnamTime.startOf(signed), 1));
        YearMonth month = YearMonth.from(VietnamTime.day(sent.acceptedAt()));
        assertThat(new ReadDeadlines(exchange.unitOfWork, exchange.clock).report(exchange.province, null, month))
                .containsExactly(new ReportRow(PROVINCE, DeadlineKind.SEND, inTime ? 1 : 0, inTime ? 0 : 1, 0));
    }

    private Deadline only(Caller caller) {
        return only(caller, 1);
    }

    private Deadline only(Caller caller, int expected) {
        List<Deadline> open = list(caller, null);
        assertThat(open).hasSize(expected);
        return open.getLast();
    }

    private List<Deadline> list(Caller caller, Deadline.State state) {
        return list(caller, state, exchange.clock.instant());
    }

    private List<Deadline> list(Caller caller, Deadline.State state, Instant at) {
        return new ReadDeadlines(exchange.unitOfWork, Clock.fixed(at, ZoneOffset.UTC))
                .list(caller, null, state, null, 100)
                .deadlines();
    }

    private long audited(String deed) throws SQLException {
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from audit_entry where body like '%\"" + deed + "\"%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void notPermitted(Runnable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call::run)
                .matches(e -> e.failure().code() == FailureCode.NOT_PERMITTED);
    }
}
