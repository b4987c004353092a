package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.application.dispatch.StatusOutcome.Recorded;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

class StatusIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
    }

    @Test
    void aStatusMessageReachesTheSenderAndStandsInTheHistory() {
        Accepted document = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Accepted status =
                exchange.sent(exchange.ministry, Messages.status(StatusCode.ARRIVED, MINISTRY, PROVINCE, PROVINCE, 1));
        assertThat(status.recipients()).containsExactly(PROVINCE);
        assertThat(statusesWaitingFor(exchange.province))
                .anyMatch(message -> message.dispatch().id().equals(status.id()));
        assertThat(history(document.id())).extracting(StatusEntry::status).containsExactly(StatusCode.ARRIVED);
        assertThat(exchange.mailbox.sent(exchange.province, document.id()))
                .extracting(row -> row.latestStatus())
                .containsExactly(StatusCode.ARRIVED);
    }

    @Test
    void aReportedStatusBecomesOneStatusMessageHoweverOftenItIsReported() {
        Accepted document = exchange.sent(exchange.province, Messages.document(2, PROVINCE, OTHER));
        assertThat(report(exchange.other, document.id(), StatusCode.ARRIVED)).isInstanceOf(Recorded.class);
        assertThat(((Recorded) report(exchange.other, document.id(), StatusCode.ARRIVED)).repeated())
                .isTrue();
        exchange.runOutbox();
        exchange.runOutbox();
        List<ReceivedMessage> waiting = statusesWaitingFor(exchange.province).stream()
                .filter(one -> one.dispatch().documentId().equals(Messages.documentId(PROVINCE, 2)))
                .toList();
        assertThat(waiting).hasSize(1);
        ReceivedMessage message = waiting.get(0);
        assertThat(message.dispatch().channel()).isEqualTo(Channel.INTERNAL);
        assertThat(message.dispatch().sender()).isEqualTo(OTHER);
    }

    @Test
    void findsTheDocumentByItsNumberWhereNoDocumentIdIsNamed() {
        Accepted document = exchange.sent(exchange.province, Messages.document(7, PROVINCE, MINISTRY));
        exchange.sent(exchange.ministry, Messages.statusByCode(StatusCode.ARRIVED, MINISTRY, PROVINCE, 7));
        assertThat(history(document.id())).extracting(StatusEntry::status).containsExactly(StatusCode.ARRIVED);
    }

    /** Numbers begin anew each year. */
    @Test
    void findsTheNewestOfThatNumberThatTheReporterReceivedOnThatDate() {
        Accepted dated = exchange.sent(exchange.province, Messages.document(10, PROVINCE, MINISTRY));
        Accepted newest = exchange.sent(
                exchange.province, with(Messages.document(10, PROVINCE, MINISTRY), "2026/11/02", "2025/11/02"));
        Accepted elsewhere = exchange.sent(
                exchange.province, with(Messages.document(10, PROVINCE, OTHER), "2026/11/02", "2024/11/02"));
        byte[] status = Messages.statusByCode(StatusCode.ARRIVED, MINISTRY, PROVINCE, 10);
        exchange.sent(exchange.ministry, status);
        assertThat(history(dated.id())).extracting(StatusEntry::status).containsExactly(StatusCode.ARRIVED);
        exchange.sent(
                exchange.ministry, with(status, "<[^<>]*PromulgationDate>2026/11/02</[^<>]*PromulgationDate>", ""));
        assertThat(history(newest.id())).extracting(StatusEntry::status).containsExactly(StatusCode.ARRIVED);
        assertThat(history(elsewhere.id())).isEmpty();
        assertThat(history(dated.id())).hasSize(1);
    }

    /** Decision of the table in docs/statuses.md: what came is on record, what holds is shown. */
    @Test
    void whatComesOutOfOrderIsKeptAndWhatHoldsIsShown() {
        Accepted document = exchange.sent(exchange.province, Messages.document(3, PROVINCE, MINISTRY));
        report(exchange.ministry, document.id(), StatusCode.PROCESSING);
        exchange.sent(exchange.ministry, Messages.status(StatusCode.ACCEPTED, MINISTRY, PROVINCE, PROVINCE, 3));
        report(exchange.ministry, document.id(), StatusCode.ARRIVED);
        assertThat(history(document.id()))
                .extracting(StatusEntry::status, StatusEntry::late)
                .containsExactly(
                        tuple(StatusCode.PROCESSING, false),
                        tuple(StatusCode.ACCEPTED, true),
                        tuple(StatusCode.ARRIVED, true));
        assertThat(exchange.mailbox.sent(exchange.province, document.id()))
                .extracting(row -> row.latestStatus())
                .containsExactly(StatusCode.PROCESSING);
        exchange.runOutbox();
        assertThat(statusesWaitingFor(exchange.province).stream()
                        .filter(one -> one.dispatch().documentId().equals(Messages.documentId(PROVINCE, 3)))
                        .map(one -> one.dispatch().subject()))
                .containsExactlyInAnyOrder("05", "03", "01");
    }

    @Test
    void refusesAnAnswerThatNobodyAskedFor() {
        Accepted document = exchange.sent(exchange.province, Messages.document(8, PROVINCE, MINISTRY));
        assertRefused(
                report(exchange.ministry, document.id(), StatusCode.CHANGE_ACCEPTED), FailureCode.STATUS_NOT_ALLOWED);
        AcceptOutcome outcome = exchange.send(
                exchange.ministry, Messages.status(StatusCode.CHANGE_REJECTED, MINISTRY, PROVINCE, PROVINCE, 8));
        assertThat(((Refused) outcome).failure().code()).isEqualTo(FailureCode.STATUS_NOT_ALLOWED);
        assertThat(((Refused) outcome).failure().findings())
                .containsExactly(
                        new Finding("R.MessageHeader.StatusCode", "NOTHING_ASKED: nobody asked for this answer"));
        assertThat(history(document.id())).isEmpty();
    }

    @Test
    void refusesAStatusFromAnAgencyThatDidNotReceiveTheDocument() {
        Accepted document = exchange.sent(exchange.province, Messages.document(4, PROVINCE, MINISTRY));
        assertRefused(report(exchange.other, document.id(), StatusCode.ARRIVED), FailureCode.NOT_FOUND);
        AcceptOutcome outcome =
                exchange.send(exchange.other, Messages.status(StatusCode.ARRIVED, OTHER, PROVINCE, PROVINCE, 4));
        assertThat(((Refused) outcome).failure().code()).isEqualTo(FailureCode.STATUS_NOT_ALLOWED);
    }

    @Test
    void aRecallAsksEveryRecipientAndConsentEndsTheDocument() {
        Accepted document = exchange.sent(exchange.province, Messages.document(5, PROVINCE, MINISTRY, OTHER));
        for (Caller recipient : List.of(exchange.ministry, exchange.other)) {
            exchange.fetched(recipient, document.id());
        }
        Recorded recall = (Recorded) report(exchange.province, document.id(), StatusCode.RECALLED);
        assertThat(recall.entries()).extracting(StatusEntry::party).containsExactly(MINISTRY, OTHER);
        exchange.runOutbox();
        assertThat(statusesWaitingFor(exchange.ministry))
                .anyMatch(message -> message.dispatch().subject().equals("13"));
        assertThat(report(exchange.ministry, document.id(), StatusCode.CHANGE_ACCEPTED))
                .isInstanceOf(Recorded.class);
        assertThat(((Recorded) report(exchange.province, document.id(), StatusCode.RECALLED)).repeated())
                .isTrue();
        assertThat(report(exchange.other, document.id(), StatusCode.CHANGE_REJECTED))
                .isInstanceOf(Recorded.class);
        assertThat(report(exchange.other, document.id(), StatusCode.ARRIVED)).isInstanceOf(Recorded.class);
    }

    @Test
    void deliversAStatusOfADocumentThatWentAnotherWay() {
        Accepted status = exchange.sent(
                exchange.ministry, Messages.status(StatusCode.ACCEPTED, MINISTRY, PROVINCE, PROVINCE, 999));
        assertThat(status.recipients()).containsExactly(PROVINCE);
    }

    @Test
    void aRefusalWithoutAReasonIsRefused() {
        Accepted document = exchange.sent(exchange.province, Messages.document(6, PROVINCE, MINISTRY));
        report(exchange.ministry, document.id(), StatusCode.ARRIVED);
        StatusReport bare =
                new StatusReport(Channel.REST, new DocId(document.id().value()), null, StatusCode.REJECTED, " ", null);
        assertRefused(exchange.recordStatus.record(exchange.ministry, bare), FailureCode.PARAMETER_INVALID);
    }

    @Test
    void refusesWordsThatNoMessageCanCarry() {
        Accepted document = exchange.sent(exchange.province, Messages.document(9, PROVINCE, MINISTRY));
        for (String words : List.of("Đã \u0000 nhận", "Đã \u0001 nhận", "Đã nhận \uFFFE", "Đã nhận \uD800")) {
            StatusReport unwritable = new StatusReport(
                    Channel.REST, new DocId(document.id().value()), null, StatusCode.ARRIVED, words, null);
            assertRefused(exchange.recordStatus.record(exchange.ministry, unwritable), FailureCode.PARAMETER_INVALID);
            AcceptOutcome recall = exchange.recallDocument.recall(exchange.province, document.id(), words);
            assertThat(((Refused) recall).failure().code()).isEqualTo(FailureCode.PARAMETER_INVALID);
        }
        assertThat(history(document.id())).isEmpty();
    }

    private static byte[] with(byte[] message, String pattern, String replacement) {
        return new String(message, StandardCharsets.UTF_8)
                .replaceAll(pattern, replacement)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static StatusOutcome report(Caller caller, DispatchId document, StatusCode status) {
        return exchange.recordStatus.record(
                caller, new StatusReport(Channel.REST, new DocId(document.value()), null, status, "Văn thư báo", null));
    }

    private static List<ReceivedMessage> statusesWaitingFor(Caller caller) {
        return exchange.mailbox.received(caller, ReceivedQuery.waiting(MessageType.STATUS));
    }

    private static List<StatusEntry> history(DispatchId document) {
        return exchange.traces
                .of(exchange.province, new DocId(document.value()))
                .orElseThrow();
    }

    private static void assertRefused(StatusOutcome outcome, FailureCode code) {
        assertThat(outcome).isInstanceOf(StatusOutcome.Refused.class);
        assertThat(((StatusOutcome.Refused) outcome).failure().code()).isEqualTo(code);
    }
}
