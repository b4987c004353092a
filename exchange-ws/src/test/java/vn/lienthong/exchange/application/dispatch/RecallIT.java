package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.SealedLog.LoggedEntry;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Source: Decree 30/2020, Article 18.4b. */
class RecallIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static TestExchange node2;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 6);
        node2 = exchange.anotherNode();
    }

    @Test
    void takesBackWhatNobodyFetchedAndAsksWhoeverDid() {
        Accepted document = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY, OTHER));
        exchange.fetched(exchange.ministry, document.id());
        Accepted recall = exchange.sent(
                exchange.province, Messages.recall(1, "Ban hành sai thẩm quyền", PROVINCE, MINISTRY, OTHER));

        assertThat(waiting(exchange.ministry, 1)).containsExactly(BusinessType.NEW, BusinessType.RECALL);
        assertThat(waiting(exchange.other, 1)).isEmpty();
        assertThat(failure(() -> exchange.mailbox.fetch(
                        exchange.other, new DocId(document.id().value()))))
                .isEqualTo(FailureCode.DELIVERY_WITHDRAWN);
        AcceptOutcome about =
                exchange.send(exchange.other, Messages.status(StatusCode.ARRIVED, OTHER, PROVINCE, PROVINCE, 1));
        assertThat(((Refused) about).failure().code()).isEqualTo(FailureCode.DELIVERY_WITHDRAWN);
        assertThat(exchange.mailbox.sent(exchange.province, document.id()))
                .extracting(SentMessage::recipient, row -> row.withdrawnAt() != null, SentMessage::latestStatus)
                .containsExactlyInAnyOrder(
                        tuple(MINISTRY, false, StatusCode.RECALLED), tuple(OTHER, true, StatusCode.RECALLED));
        assertThat(history(document.id()))
                .allMatch(entry -> recall.id().equals(entry.message()))
                .extracting(StatusEntry::description)
                .containsExactly("Ban hành sai thẩm quyền", "Ban hành sai thẩm quyền");
        assertThat(logged(document.id()))
                .anyMatch(body -> body.contains("\"delivery-withdrawn\"") && body.contains("\"H14\""))
                .anyMatch(body -> body.contains("\"status-recorded\"")
                        && body.contains(recall.id().toString()));
        assertThat(logged(recall.id()))
                .as("why the recall did not reach everybody")
                .anyMatch(body -> body.contains("\"delivery-withdrawn\"") && body.contains("\"H14\""))
                .noneMatch(body -> body.contains("\"delivery-withdrawn\"") && body.contains("\"G06\""));
    }

    @Test
    void consentCancelsTheCopyAndWhatComesLaterIsKept() {
        Accepted document = exchange.sent(exchange.province, Messages.document(2, PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, document.id());
        exchange.sent(exchange.province, Messages.recall(2, "Sai nội dung", PROVINCE, MINISTRY));
        exchange.sent(exchange.ministry, Messages.status(StatusCode.CHANGE_ACCEPTED, MINISTRY, PROVINCE, PROVINCE, 2));
        exchange.sent(exchange.ministry, Messages.status(StatusCode.PROCESSING, MINISTRY, PROVINCE, PROVINCE, 2));

        assertThat(history(document.id()))
                .extracting(StatusEntry::status, StatusEntry::late)
                .containsExactly(
                        tuple(StatusCode.RECALLED, false),
                        tuple(StatusCode.CHANGE_ACCEPTED, false),
                        tuple(StatusCode.PROCESSING, true));
        assertThat(waiting(exchange.ministry, 2)).containsExactly(BusinessType.RECALL);
        assertThat(failure(() -> exchange.mailbox.fetch(
                        exchange.ministry, new DocId(document.id().value()))))
                .isEqualTo(FailureCode.DELIVERY_WITHDRAWN);
        exchange.fetched(exchange.province, document.id());
    }

    @Test
    void freezesTheDocumentUntilEveryRecipientRefused() {
        Accepted document = exchange.sent(exchange.province, Messages.document(3, PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, document.id());
        byte[] recall = Messages.recall(3, "Sai thể thức", PROVINCE, MINISTRY);
        Accepted accepted = exchange.sent(exchange.province, recall);
        for (BussinessDocType type : List.of(BussinessDocType.UPDATE, BussinessDocType.REPLACE)) {
            byte[] later = Messages.document(type, 3, "Lần sau", PROVINCE, MINISTRY);
            assertThat(refused(later).code()).isEqualTo(FailureCode.DOCUMENT_RECALLED);
        }
        assertThat(refused(Messages.recall(3, "Lý do khác", PROVINCE, MINISTRY)).code())
                .isEqualTo(FailureCode.DOCUMENT_RECALLED);
        Accepted again = exchange.sent(exchange.province, recall);
        assertThat(again)
                .isEqualTo(new Accepted(
                        accepted.id(),
                        accepted.documentId(),
                        accepted.acceptedAt(),
                        accepted.content(),
                        accepted.recipients(),
                        true));

        exchange.sent(exchange.ministry, Messages.status(StatusCode.CHANGE_REJECTED, MINISTRY, PROVINCE, PROVINCE, 3));
        exchange.sent(
                exchange.province,
                Messages.document(BussinessDocType.UPDATE, 3, "Sau khi bị từ chối", PROVINCE, MINISTRY));
        exchange.sent(exchange.province, Messages.recall(3, "Đề nghị lần hai", PROVINCE, MINISTRY));
        assertThat(waiting(exchange.ministry, 3))
                .as("the update was not fetched: the second recall takes it back")
                .doesNotContain(BusinessType.UPDATE);
    }

    @Test
    void aStatus13DoesTheSame() {
        Accepted document = exchange.sent(exchange.province, Messages.document(4, PROVINCE, MINISTRY, OTHER));
        exchange.fetched(exchange.ministry, document.id());
        byte[] first = Messages.status(StatusCode.RECALLED, PROVINCE, OTHER, PROVINCE, 4);
        String second = new String(first, StandardCharsets.UTF_8).replace("Văn thư: 13", "Lần hai");
        for (byte[] status : List.of(first, second.getBytes(StandardCharsets.UTF_8))) {
            Accepted accepted = exchange.sent(exchange.province, status);
            assertThat(accepted.repeated()).isFalse();
            assertThat(logged(accepted.id())).anyMatch(body -> body.contains("\"delivery-withdrawn\""));
        }
        exchange.sent(exchange.province, Messages.status(StatusCode.RECALLED, PROVINCE, MINISTRY, PROVINCE, 4));
        assertThat(waiting(exchange.other, 4)).isEmpty();
        assertThat(exchange.mailbox.received(exchange.other, ReceivedQuery.waiting(MessageType.STATUS)))
                .noneMatch(one -> one.dispatch().documentId().equals(Messages.documentId(PROVINCE, 4)));
        assertThat(exchange.mailbox.received(exchange.ministry, ReceivedQuery.waiting(MessageType.STATUS)))
                .anyMatch(one -> one.dispatch().documentId().equals(Messages.documentId(PROVINCE, 4)));
        assertThat(refused(Messages.document(BussinessDocType.UPDATE, 4, "Sửa", PROVINCE, MINISTRY))
                        .code())
                .isEqualTo(FailureCode.DOCUMENT_RECALLED);
    }

    @Test
    void refusesWhatNamesNoDocumentOfTheSenderOrOtherRecipients() {
        Failure unknown = refused(Messages.recall(901, "Không có", PROVINCE, MINISTRY));
        assertThat(unknown.code()).isEqualTo(FailureCode.CHANGE_NOT_POSSIBLE);
        assertThat(unknown.findings())
                .containsExactly(new Finding(
                        "M.MessageHeader.DocumentId", "names no document that this sender sent through this server"));

        exchange.sent(exchange.ministry, Messages.document(902, MINISTRY, PROVINCE));
        Bussiness others = new Bussiness(
                BussinessDocType.RECALL,
                Messages.documentId(MINISTRY, 902).value(),
                "Của người khác",
                "0",
                null,
                List.of(),
                List.of());
        Failure foreign = refused(Messages.change(others, 903, "Thu hồi", PROVINCE, MINISTRY));
        assertThat(foreign.findings())
                .extracting(Finding::code)
                .containsExactly("M.TraceHeaderList.Bussiness.DocumentId");

        exchange.sent(exchange.province, Messages.document(904, PROVINCE, MINISTRY));
        Failure elsewhere = refused(Messages.recall(904, "Gửi nhầm", PROVINCE, MINISTRY, OTHER));
        assertThat(elsewhere.findings())
                .containsExactly(new Finding("R.MessageHeader.To.OrganId", "H14 did not receive the document"));
        assertThat(waiting(exchange.ministry, 904)).containsExactly(BusinessType.NEW);
    }

    /** One system for two agencies: what it sent for the one is its own, though it went to the other. */
    @Test
    void whoActsForSenderAndRecipientReadsAsTheSender() {
        Caller both = new Caller("qlvb.chung", Caller.Kind.SYSTEM, Set.of(PROVINCE, OTHER), Set.of(Role.EXCHANGE));
        Accepted document = exchange.sent(both, Messages.document(910, PROVINCE, OTHER));
        exchange.fetched(both, document.id());
        exchange.sent(both, Messages.recall(910, "Gửi nhầm", PROVINCE, OTHER));
        SentMessage row = exchange.mailbox.sent(both, document.id()).getFirst();
        assertThat(row.withdrawnAt()).as("nobody read it as the recipient").isNotNull();
        exchange.fetched(both, document.id());
        assertThat(failure(() ->
                        exchange.mailbox.fetch(both, new DocId(row.delivery().value()))))
                .isEqualTo(FailureCode.DELIVERY_WITHDRAWN);
    }

    /** Either it was fetched, and the recall asks; or it was withdrawn, and was never fetched. */
    @Test
    void aFetchAtTheSameInstantComesBeforeOrAfter() throws Exception {
        int asked = 0;
        for (int number = 1000; number < 1040; number++) {
            int one = number;
            Accepted document = exchange.sent(exchange.province, Messages.document(one, PROVINCE, MINISTRY));
            DocId id = new DocId(document.id().value());
            List<Boolean> both = atOnce(List.of(
                    () -> {
                        try (var content =
                                exchange.mailbox.fetch(exchange.ministry, id).orElseThrow()) {
                            return content.body().readAllBytes().length > 0;
                        } catch (FailureException e) {
                            assertThat(e.failure().code()).isEqualTo(FailureCode.DELIVERY_WITHDRAWN);
                            return false;
                        }
                    },
                    () -> node2.sent(node2.province, Messages.recall(one, "Cùng lúc", PROVINCE, MINISTRY)) != null));
            SentMessage row =
                    exchange.mailbox.sent(exchange.province, document.id()).getFirst();
            boolean fetched = both.getFirst();
            assertThat(row.withdrawnAt() == null).isEqualTo(fetched);
            assertThat(waiting(exchange.ministry, one))
                    .isEqualTo(fetched ? List.of(BusinessType.NEW, BusinessType.RECALL) : List.of());
            asked += fetched ? 1 : 0;
        }
        assertThat(asked).as("how often the fetch was first").isBetween(0, 40);
    }

    @Test
    void theSameRecallAtOnceIsOneRecallAndAnUpdateAtOnceComesBeforeOrNot() throws Exception {
        for (int number = 1100; number < 1115; number++) {
            int one = number;
            Accepted document = exchange.sent(exchange.province, Messages.document(one, PROVINCE, MINISTRY, OTHER));
            exchange.fetched(exchange.ministry, document.id());
            byte[] recall = Messages.recall(one, "Cùng lúc", PROVINCE, MINISTRY, OTHER);
            byte[] update = Messages.document(BussinessDocType.UPDATE, one, "Sửa", PROVINCE, MINISTRY, OTHER);
            List<AcceptOutcome> outcomes = atOnce(List.of(
                    () -> exchange.send(exchange.province, recall),
                    () -> node2.send(node2.province, recall),
                    () -> exchange.send(exchange.province, update)));
            Accepted first = (Accepted) outcomes.get(0);
            Accepted second = (Accepted) outcomes.get(1);
            assertThat(first.id()).isEqualTo(second.id());
            assertThat(first.acceptedAt()).isEqualTo(second.acceptedAt());
            assertThat(first.repeated()).isNotEqualTo(second.repeated());
            if (outcomes.get(2) instanceof Refused(Failure failure)) {
                assertThat(failure.code()).isEqualTo(FailureCode.DOCUMENT_RECALLED);
            }
            assertThat(waiting(exchange.other, one)).isEmpty();
            assertThat(history(document.id())).hasSize(2);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> pending = calls.stream()
                    .map(call -> threads.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> one : pending) {
                results.add(one.get());
            }
            return results;
        }
    }

    private static List<BusinessType> waiting(Caller caller, int number) {
        return exchange.mailbox.received(caller, ReceivedQuery.waiting(MessageType.EDOC)).stream()
                .filter(one -> one.dispatch().documentId().equals(Messages.documentId(PROVINCE, number)))
                .map(one -> one.dispatch().businessType())
                .toList();
    }

    private static Failure refused(byte[] message) {
        return ((Refused) exchange.send(exchange.province, message)).failure();
    }

    private static FailureCode failure(Runnable call) {
        FailureException[] thrown = new FailureException[1];
        assertThatExceptionOfType(FailureException.class).isThrownBy(call::run).satisfies(e -> thrown[0] = e);
        return thrown[0].failure().code();
    }

    private static List<StatusEntry> history(DispatchId document) {
        return exchange.traces
                .of(exchange.province, new DocId(document.value()))
                .orElseThrow();
    }

    private static List<String> logged(DispatchId document) {
        return exchange.unitOfWork.reading(ledger -> ledger.sealedLog().about(document).stream()
                .map(LoggedEntry::body)
                .toList());
    }
}
