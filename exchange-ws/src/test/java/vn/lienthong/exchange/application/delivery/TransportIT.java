package vn.lienthong.exchange.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.aWhile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.delivery.TransportOutcome.Refused;
import vn.lienthong.exchange.application.delivery.TransportOutcome.Updated;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.LeaseToken;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

class TransportIT {
    @TempDir
    Path folder;

    private TestExchange exchange;
    private int number;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 8);
    }

    @Test
    void aLeasedMessageIsNobodyElses() {
        send();
        Lease lease = lease(aWhile()).get(0);
        assertThat(lease.message().state()).isEqualTo(DeliveryState.PROCESSING);
        assertThat(lease(aWhile())).isEmpty();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void anExpiredLeaseCannotConfirmWhatAnotherHolds() {
        send();
        Lease expired = lease(Duration.ZERO).get(0);
        Lease present = lease(aWhile()).get(0);
        DeliveryId id = expired.message().id();
        assertThat(present.token()).isNotEqualTo(expired.token());
        assertStale(exchange.transport.ack(exchange.ministry, id, expired.token()));
        assertStale(exchange.transport.renew(exchange.ministry, id, expired.token(), aWhile()));
        assertStale(exchange.transport.nack(exchange.ministry, id, expired.token(), Duration.ZERO));
        assertThat(exchange.transport.ack(exchange.ministry, id, present.token()))
                .isEqualTo(new Updated(DeliveryState.DONE, null));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aLeaseThatRanOutCannotConfirmThoughNobodyHoldsTheMessage() {
        send();
        Lease expired = lease(Duration.ZERO).get(0);
        assertStale(exchange.transport.ack(exchange.ministry, expired.message().id(), expired.token()));
    }

    @Test
    void repeatingAnAckIsHarmless() {
        send();
        Lease lease = lease(aWhile()).get(0);
        DeliveryId id = lease.message().id();
        assertThat(exchange.transport.ack(exchange.ministry, id, lease.token()))
                .isEqualTo(exchange.transport.ack(exchange.ministry, id, lease.token()));
        assertStale(exchange.transport.ack(exchange.ministry, id, new LeaseToken(new UUID(7, 7))));
    }

    @Test
    void aRenewedLeaseLastsLonger() {
        send();
        Lease lease = lease(Duration.ofSeconds(30)).get(0);
        Updated renewed = (Updated)
                exchange.transport.renew(exchange.ministry, lease.message().id(), lease.token(), aWhile());
        assertThat(renewed.leasedUntil()).isAfter(lease.until());
    }

    @Test
    void aRejectedMessageComesUpAgainAfterItsDelayAndIsCounted() {
        send();
        Lease lease = lease(aWhile()).get(0);
        exchange.transport.nack(exchange.ministry, lease.message().id(), lease.token(), Duration.ZERO);
        Lease again = lease(aWhile()).get(0);
        assertThat(again.message().failures()).isEqualTo(1);
        assertThat(again.message().state()).isEqualTo(DeliveryState.FAIL);
        exchange.transport.nack(exchange.ministry, again.message().id(), again.token(), aWhile());
        assertThat(lease(aWhile())).isEmpty();
    }

    @Test
    void doneIsFinalAndFailIsCounted() {
        send();
        DeliveryId id = waiting().get(0).id();
        exchange.transport.report(exchange.ministry, id, DeliveryState.PROCESSING);
        exchange.transport.report(exchange.ministry, id, DeliveryState.FAIL);
        assertThat(waiting()).singleElement().matches(message -> message.failures() == 1);
        assertThat(exchange.transport.report(exchange.ministry, id, DeliveryState.DONE))
                .isEqualTo(new Updated(DeliveryState.DONE, null));
        for (DeliveryState late : List.of(DeliveryState.PROCESSING, DeliveryState.FAIL, DeliveryState.DONE)) {
            assertThat(exchange.transport.report(exchange.ministry, id, late))
                    .isEqualTo(new Updated(DeliveryState.DONE, null));
        }
        assertThat(waiting()).isEmpty();
    }

    @Test
    void concurrentConsumersGetDifferentMessages() throws Exception {
        int messages = 40;
        for (int i = 0; i < messages; i++) {
            send();
        }
        Set<DeliveryId> seen = new HashSet<>();
        int leased = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<Lease>>> pending = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                pending.add(threads.submit(() -> lease(aWhile())));
            }
            for (Future<List<Lease>> one : pending) {
                for (Lease lease : one.get()) {
                    leased++;
                    seen.add(lease.message().id());
                }
            }
        }
        assertThat(seen).hasSize(leased);
        assertThat(leased + lease(aWhile()).size()).isEqualTo(messages);
    }

    private void send() {
        exchange.sent(exchange.province, Messages.document(++number, PROVINCE, MINISTRY));
    }

    private List<Lease> lease(Duration visibility) {
        return exchange.transport.lease(exchange.ministry, Set.of(), MessageType.EDOC, 20, visibility);
    }

    private List<ReceivedMessage> waiting() {
        return exchange.mailbox.received(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC));
    }

    private static void assertStale(TransportOutcome outcome) {
        assertThat(((Refused) outcome).failure().code()).isEqualTo(FailureCode.LEASE_STALE);
    }
}
