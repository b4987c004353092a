package vn.lienthong.exchange.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.aWhile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** What passed between the province and the ministry is nothing to the other province, operation by operation. */
class IsolationIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Accepted accepted;
    private static DeliveryId delivery;
    private static Lease lease;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 4);
        accepted = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        lease = exchange.transport
                .lease(exchange.ministry, Set.of(), MessageType.EDOC, 1, aWhile())
                .get(0);
        delivery = lease.message().id();
    }

    @Test
    void received() {
        assertThat(exchange.mailbox.received(exchange.other, ReceivedQuery.waiting(MessageType.EDOC)))
                .isEmpty();
        ReceivedQuery foreign = new ReceivedQuery(Set.of(MINISTRY), MessageType.EDOC, null, null, Page.FIRST);
        assertNotPermitted(() -> exchange.mailbox.received(exchange.other, foreign));
        assertNotPermitted(() -> exchange.mailbox.count(exchange.other, foreign));
    }

    @Test
    void sent() {
        assertThat(exchange.mailbox.sent(exchange.other, MessageType.EDOC, Page.FIRST))
                .isEmpty();
        assertThat(exchange.mailbox.sent(exchange.other, accepted.id())).isEmpty();
        assertThat(exchange.mailbox.sent(exchange.ministry, accepted.id())).isEmpty();
    }

    @Test
    void fetch() throws IOException {
        for (DocId id : new DocId[] {new DocId(accepted.id().value()), new DocId(delivery.value())}) {
            assertThat(exchange.mailbox.find(exchange.other, id)).isEmpty();
            assertThat(exchange.mailbox.fetch(exchange.other, id)).isEmpty();
            assertThat(exchange.mailbox.find(exchange.ministry, id)).isPresent();
        }
        try (FetchedContent content = exchange.mailbox
                .fetch(exchange.auditor, new DocId(accepted.id().value()))
                .orElseThrow()) {
            assertThat(content.dispatch().id()).isEqualTo(accepted.id());
        }
    }

    @Test
    void lease() {
        assertThat(exchange.transport.lease(exchange.other, Set.of(), MessageType.EDOC, 10, Duration.ZERO))
                .isEmpty();
        assertNotPermitted(
                () -> exchange.transport.lease(exchange.other, Set.of(MINISTRY), MessageType.EDOC, 10, Duration.ZERO));
    }

    @Test
    void transport() {
        assertNotFound(exchange.transport.report(exchange.other, delivery, DeliveryState.DONE));
        assertNotFound(exchange.transport.report(exchange.province, delivery, DeliveryState.DONE));
        assertNotFound(exchange.transport.ack(exchange.other, delivery, lease.token()));
        assertNotFound(exchange.transport.renew(exchange.other, delivery, lease.token(), aWhile()));
        assertNotFound(exchange.transport.nack(exchange.other, delivery, lease.token(), Duration.ZERO));
    }

    @Test
    void traces() {
        assertThat(exchange.traces.of(exchange.other, new DocId(accepted.id().value())))
                .isEmpty();
        assertThat(exchange.traces.of(exchange.other, new DocId(delivery.value())))
                .isEmpty();
        assertThat(exchange.traces.of(exchange.ministry, new DocId(delivery.value())))
                .isPresent();
    }

    @Test
    void aCallerWithoutTheRoleExchangesNothing() {
        Caller signer = new Caller("nguyen-van-an", Caller.Kind.PERSON, Set.of(MINISTRY), Set.of(Role.SIGN));
        assertNotPermitted(() -> exchange.mailbox.received(signer, ReceivedQuery.waiting(MessageType.EDOC)));
        assertNotPermitted(() -> exchange.transport.report(signer, delivery, DeliveryState.DONE));
        assertThat(exchange.mailbox.fetch(signer, new DocId(delivery.value()))).isEmpty();
    }

    private static void assertNotPermitted(Runnable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call::run)
                .matches(e -> e.failure().code() == FailureCode.NOT_PERMITTED);
    }

    private static void assertNotFound(TransportOutcome outcome) {
        assertThat(((TransportOutcome.Refused) outcome).failure().code()).isEqualTo(FailureCode.NOT_FOUND);
    }
}
