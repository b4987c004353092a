package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.ledger.Outbox.Job;
import vn.lienthong.exchange.domain.ledger.Outbox.JobKind;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Statuses of one copy reach the other party in the order in which they were reported, whoever delivers them. */
class StatusOrderIT {
    @TempDir
    Path folder;

    @Test
    void theNextOneWaitsForTheOneBeforeIt() {
        TestExchange exchange = TestExchange.in(folder, 4);
        Accepted document = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Accepted another = exchange.sent(exchange.province, Messages.document(2, PROVINCE, MINISTRY));
        for (StatusCode code : List.of(StatusCode.ARRIVED, StatusCode.ACCEPTED, StatusCode.FINISHED)) {
            report(exchange, document, code);
        }
        report(exchange, another, StatusCode.ARRIVED);
        Instant now = exchange.clock.instant();
        List<Job> heads = claim(exchange, now);
        assertThat(heads).as("the first of each copy").hasSize(2);
        exchange.unitOfWork.inTransaction(ledger -> {
            heads.forEach(job -> ledger.outbox().retry(job, now.plus(Duration.ofHours(1))));
            return true;
        });
        assertThat(claim(exchange, now)).as("what failed is not overtaken").isEmpty();
        exchange.unitOfWork.inTransaction(ledger -> {
            heads.forEach(job -> ledger.outbox().retry(job, now));
            return true;
        });
        exchange.runOutbox();
        assertThat(exchange.mailbox.received(exchange.province, ReceivedQuery.waiting(MessageType.STATUS)).stream()
                        .filter(one -> one.dispatch().documentId().equals(Messages.documentId(PROVINCE, 1)))
                        .map(one -> one.dispatch().subject()))
                .containsExactly("01", "03", "06");
    }

    /** The clock was read before the copy was locked, or on a node whose clock is behind. */
    @Test
    void theHistoryIsInTheOrderOfRecordingWhateverTheClocksSay() {
        TestExchange exchange = TestExchange.in(folder, 4);
        Accepted document = exchange.sent(exchange.province, Messages.document(3, PROVINCE, MINISTRY));
        Instant now = exchange.clock.instant();
        UUID earlierId = exchange.ids.next();
        record(exchange, document, exchange.ids.next(), StatusCode.CHANGE_REJECTED, now);
        record(exchange, document, earlierId, StatusCode.RECALLED, now.minusSeconds(60));
        List<StatusEntry> history =
                exchange.unitOfWork.inTransaction(ledger -> ledger.statuses().lockedHistory(document.id(), MINISTRY));
        assertThat(history)
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.CHANGE_REJECTED, StatusCode.RECALLED);
        assertThat(exchange.mailbox
                        .sent(exchange.province, document.id())
                        .getFirst()
                        .latestStatus())
                .isEqualTo(StatusCode.RECALLED);
    }

    /** It was recorded before such words were refused. */
    @Test
    void wordsThatNoMessageCanCarryStopNothing() {
        TestExchange exchange = TestExchange.in(folder, 4);
        Accepted document = exchange.sent(exchange.province, Messages.document(4, PROVINCE, MINISTRY));
        Instant now = exchange.clock.instant();
        StatusEntry unwritable = new StatusEntry(
                exchange.ids.next(),
                document.id(),
                MINISTRY,
                MINISTRY,
                StatusCode.ARRIVED,
                "Đã \u0001 nhận",
                now,
                now,
                null,
                false);
        exchange.unitOfWork.inTransaction(ledger -> {
            ledger.statuses().append(unwritable);
            ledger.outbox().put(job(exchange.ids.next(), document, unwritable), now);
            return true;
        });
        report(exchange, document, StatusCode.ACCEPTED);
        exchange.runOutbox();
        assertThat(exchange.mailbox.received(exchange.province, ReceivedQuery.waiting(MessageType.STATUS)))
                .extracting(one -> one.dispatch().subject())
                .containsExactly("01", "03");
    }

    /** A job's id is of the clock of the node that made it. */
    @Test
    void aLaneIsInTheOrderOfRecordingWhateverTheClocksSay() {
        TestExchange exchange = TestExchange.in(folder, 4);
        Accepted document = exchange.sent(exchange.province, Messages.document(5, PROVINCE, MINISTRY));
        Instant now = exchange.clock.instant();
        UUID behind = exchange.ids.next();
        for (UUID id : List.of(exchange.ids.next(), behind)) {
            exchange.unitOfWork.inTransaction(ledger -> {
                ledger.outbox().put(new Job(id, JobKind.STATUS_MESSAGE, document.id() + " " + MINISTRY, "", 0), now);
                return true;
            });
        }
        assertThat(claim(exchange, now))
                .extracting(Job::id)
                .doesNotContain(behind)
                .hasSize(1);
    }

    private static Job job(UUID id, Accepted document, StatusEntry entry) {
        return new Job(
                id,
                JobKind.STATUS_MESSAGE,
                document.id() + " " + MINISTRY,
                entry.id().toString(),
                0);
    }

    private static void record(TestExchange exchange, Accepted document, UUID id, StatusCode code, Instant at) {
        exchange.unitOfWork.inTransaction(ledger -> {
            ledger.statuses()
                    .append(new StatusEntry(id, document.id(), MINISTRY, PROVINCE, code, "", at, at, null, false));
            return true;
        });
    }

    private static List<Job> claim(TestExchange exchange, Instant now) {
        return exchange.unitOfWork.inTransaction(
                ledger -> ledger.outbox().claim(JobKind.STATUS_MESSAGE, 10, now, now.plusSeconds(60)));
    }

    private static void report(TestExchange exchange, Accepted document, StatusCode code) {
        exchange.recordStatus.record(
                exchange.ministry,
                new StatusReport(Channel.REST, new DocId(document.id().value()), null, code, "", null));
    }
}
