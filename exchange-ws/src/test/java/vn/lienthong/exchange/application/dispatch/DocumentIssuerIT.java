package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE_OLD_CODE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Nobody takes an identifier of somebody else's document, so that the real one could not be sent any more. */
class DocumentIssuerIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 2);
    }

    @Test
    void refusesADocumentIdOfAnotherAgencyWhateverTheBusiness() {
        for (BussinessDocType business : BussinessDocType.values()) {
            refuses(named(PROVINCE, business));
            refuses(named(PROVINCE_OLD_CODE, business));
        }
        Accepted own = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        assertThat(own.repeated()).isFalse();
    }

    @Test
    void anIssuerThatIsNotConnectedMayBeSentForByAnybodyEachOnItsOwn() {
        OrganId notConnected = new OrganId("X99.01");
        Accepted one = exchange.sent(exchange.other, as(notConnected, 2, OTHER, "a"));
        Accepted two = exchange.sent(exchange.province, as(notConnected, 2, PROVINCE, "b"));

        assertThat(two.documentId()).isEqualTo(one.documentId());
        assertThat(two.id()).isNotEqualTo(one.id());
        assertThat(two.repeated()).isFalse();
        assertThat(exchange.mailbox.find(
                        exchange.other,
                        new vn.lienthong.exchange.domain.delivery.DocId(two.id().value())))
                .as("the other's receipt")
                .isEmpty();
    }

    @Test
    void anIssuerThatTheSameSystemActsForIsItsOwn() {
        exchange.sent(exchange.province, as(PROVINCE_OLD_CODE, 3, PROVINCE, "c"));
    }

    private static byte[] named(OrganId issuer, BussinessDocType business) {
        byte[] own = Messages.document(business, 1, "Chiếm mã định danh", OTHER, MINISTRY);
        return replaced(
                own,
                Messages.documentId(OTHER, 1).value(),
                Messages.documentId(issuer, 1).value());
    }

    private static byte[] as(OrganId issuer, int number, OrganId sender, String subject) {
        byte[] own = Messages.document(BussinessDocType.NEW, number, subject, sender, MINISTRY);
        return replaced(
                own,
                Messages.documentId(sender, number).value(),
                Messages.documentId(issuer, number).value());
    }

    private static byte[] replaced(byte[] edxml, String from, String to) {
        String text = new String(edxml, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static void refuses(byte[] edxml) {
        assertThat(exchange.send(exchange.other, edxml))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.DOCUMENT_ID_NOT_YOURS));
    }
}
