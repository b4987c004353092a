package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.aWhile;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** To which of several questions about one document an answer goes. Source: QCVN 102:2016, {@code StatusCode} 15 and 16. */
class QuestionsIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
    }

    /** The answer was on its way when the recall came. */
    @Test
    void nobodyAgreesToARecallThatItHasNotSeen() {
        Accepted document = exchange.sent(exchange.province, Messages.document(29, PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, document.id());
        Accepted update = exchange.sent(exchange.province, change(BussinessDocType.UPDATE, 29, ""));
        exchange.fetched(exchange.ministry, update.id());
        Accepted recall = exchange.sent(exchange.province, Messages.recall(29, "Sai", PROVINCE, MINISTRY));
        byte[] agreed = Messages.status(StatusCode.CHANGE_ACCEPTED, MINISTRY, PROVINCE, PROVINCE, 29);
        exchange.sent(exchange.ministry, agreed);
        assertThat(history(update.id())).extracting(StatusEntry::status).containsExactly(StatusCode.CHANGE_ACCEPTED);
        assertThat(history(document.id())).extracting(StatusEntry::status).containsExactly(StatusCode.RECALLED);

        exchange.fetched(exchange.ministry, recall.id());
        assertThat(exchange.sent(exchange.ministry, agreed).repeated()).isTrue();
        assertThat(history(document.id())).hasSize(1);
        report(exchange.ministry, document.id(), StatusCode.CHANGE_ACCEPTED, "Văn thư: 15");
        assertThat(history(document.id()))
                .as("the same words answer what was asked since")
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.RECALLED, StatusCode.CHANGE_ACCEPTED);
    }

    /** The same of a 13 that was reported over REST, whose status message the outbox writes. */
    @Test
    void nobodyAgreesToAStatus13ThatItHasNotSeen() {
        Accepted document = exchange.sent(exchange.province, Messages.document(30, PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, document.id());
        Accepted update = exchange.sent(exchange.province, change(BussinessDocType.UPDATE, 30, ""));
        exchange.fetched(exchange.ministry, update.id());
        report(exchange.province, document.id(), StatusCode.RECALLED);
        exchange.runOutbox();
        report(exchange.ministry, document.id(), StatusCode.CHANGE_REJECTED, "Không");
        assertThat(history(update.id())).extracting(StatusEntry::status).containsExactly(StatusCode.CHANGE_REJECTED);
        exchange.transport.lease(exchange.ministry, Set.of(), MessageType.STATUS, 10, aWhile());
        report(exchange.ministry, document.id(), StatusCode.CHANGE_REJECTED, "Không");
        assertThat(history(document.id()))
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.RECALLED, StatusCode.CHANGE_REJECTED);
    }

    /** Two questions are open, and the answer to the first of them comes twice. */
    @Test
    void aRepeatedAnswerAnswersNothingElse() {
        Accepted document = exchange.sent(exchange.province, Messages.document(32, PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, document.id());
        Accepted replacement = exchange.sent(
                exchange.province,
                change(
                        BussinessDocType.REPLACE,
                        33,
                        Messages.documentId(PROVINCE, 32).value()));
        exchange.fetched(exchange.ministry, replacement.id());
        Accepted recall = exchange.sent(exchange.province, Messages.recall(32, "Sai", PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, recall.id());
        byte[] refused = Messages.status(StatusCode.CHANGE_REJECTED, MINISTRY, PROVINCE, PROVINCE, 32);
        exchange.sent(exchange.ministry, refused);
        assertThat(exchange.sent(exchange.ministry, refused).repeated()).isTrue();
        report(exchange.ministry, document.id(), StatusCode.CHANGE_REJECTED, "Văn thư: 16");
        assertThat(history(document.id()))
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.RECALLED, StatusCode.CHANGE_REJECTED);
        assertThat(history(replacement.id())).isEmpty();

        byte[] agreed = Messages.status(StatusCode.CHANGE_ACCEPTED, MINISTRY, PROVINCE, PROVINCE, 32);
        Accepted first = exchange.sent(exchange.ministry, agreed);
        assertThat(history(replacement.id()))
                .as("the one question that is open")
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.CHANGE_ACCEPTED);
        Accepted again = exchange.sent(exchange.ministry, agreed);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.repeated()).isTrue();
        assertThat(again.documentId()).isEqualTo(Messages.documentId(PROVINCE, 32));
        assertThat(history(document.id())).hasSize(2);
    }

    /** An update under the document's own DocumentId, or the replacement of another. */
    private static byte[] change(BussinessDocType type, int number, String changed) {
        Bussiness business = new Bussiness(type, changed, "Sửa", "0", null, List.of(), List.of());
        return Messages.change(business, number, "Sửa", PROVINCE, MINISTRY);
    }

    private static void report(Caller caller, DispatchId document, StatusCode status) {
        report(caller, document, status, "Văn thư");
    }

    private static void report(Caller caller, DispatchId document, StatusCode status, String words) {
        StatusReport report = new StatusReport(Channel.REST, new DocId(document.value()), null, status, words, null);
        assertThat(exchange.recordStatus.record(caller, report)).isInstanceOf(StatusOutcome.Recorded.class);
    }

    private static List<StatusEntry> history(DispatchId document) {
        return exchange.traces
                .of(exchange.province, new DocId(document.value()))
                .orElseThrow();
    }
}
