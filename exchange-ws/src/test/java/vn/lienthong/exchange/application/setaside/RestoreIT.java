package vn.lienthong.exchange.application.setaside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.aWhile;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.event.SequenceEvents;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt.Kind;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.RestoreJob;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Deliveries that are given back too often, what shows of it, and how they come back. */
class RestoreIT {
    private static final Caller OPERATOR = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));

    @TempDir
    Path folder;

    private TestExchange exchange;
    private DeliveryAttempts attempts;
    private RestoreDeliveries restoring;
    private int number;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 8);
        attempts = new DeliveryAttempts(exchange.unitOfWork, exchange.clock);
        restoring = new RestoreDeliveries(exchange.unitOfWork, exchange.ids, exchange.clock);
    }

    @Test
    void whatIsGivenBackTooOftenIsSetAsideAndBothAreTold() {
        DispatchId id = send();
        DeliveryId delivery = setAside().getFirst();
        assertThat(waiting()).isEmpty();
        assertThat(lease()).isEmpty();
        assertThat(exchange.mailbox.count(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC)))
                .isZero();
        List<DeliveryAttempt> tried =
                attempts.of(exchange.province, id, delivery).orElseThrow();
        assertThat(tried).hasSize(2 * Transport.MOST_FAILURES + 1);
        assertThat(tried.get(1)).satisfies(nack -> {
            assertThat(nack.kind()).isEqualTo(Kind.NACKED);
            assertThat(nack.reason()).isEqualTo("Ổ đĩa đầy");
            assertThat(nack.actor()).isEqualTo(exchange.ministry.name());
        });
        assertThat(tried.getLast().kind()).isEqualTo(Kind.SET_ASIDE);
        for (Caller told : List.of(exchange.province, exchange.ministry)) {
            assertThat(kinds(told)).endsWith("vn.lienthong.dispatch.set-aside");
        }

        assertThat(restoring.restore(exchange.province, id, delivery)).isTrue();
        assertThat(restoring.restore(OPERATOR, id, delivery)).isFalse();
        assertThat(waiting()).hasSize(1);
        assertThat(kinds(exchange.ministry)).endsWith("vn.lienthong.dispatch.received");
        Lease again = lease().getFirst();
        assertThat(again.message().failures()).isZero();
        exchange.transport.ack(exchange.ministry, delivery, again.token());
        assertThat(attempts.of(OPERATOR, id, delivery).orElseThrow())
                .extracting(DeliveryAttempt::kind)
                .endsWith(Kind.SET_ASIDE, Kind.RESTORED, Kind.LEASED, Kind.CONFIRMED);
    }

    @Test
    void aLeaseThatRanOutShows() {
        DispatchId id = send();
        DeliveryId delivery = exchange.transport
                .lease(exchange.ministry, Set.of(), MessageType.EDOC, 1, Duration.ZERO)
                .getFirst()
                .message()
                .id();
        Lease second = lease().getFirst();
        exchange.transport.renew(exchange.ministry, delivery, second.token(), aWhile());
        assertThat(attempts.of(exchange.ministry, id, delivery).orElseThrow())
                .extracting(DeliveryAttempt::kind)
                .containsExactly(Kind.LEASED, Kind.EXPIRED, Kind.LEASED, Kind.RENEWED);
    }

    @Test
    void othersSeeNothingAndRestoreNothing() {
        DispatchId id = send();
        DeliveryId delivery = setAside().getFirst();
        assertThat(attempts.of(exchange.other, id, delivery)).isEmpty();
        assertThat(attempts.of(exchange.province, new DispatchId(delivery.value()), delivery))
                .isEmpty();
        assertThat(attempts.of(exchange.auditor, id, delivery)).isPresent();
        for (Caller caller : List.of(exchange.other, exchange.ministry, exchange.auditor)) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> restoring.restore(caller, id, delivery))
                    .matches(e -> e.failure().code() == FailureCode.NOT_FOUND);
        }
        RestoreJob job = restoring.restoreAll(exchange.other, Set.of(), Instant.EPOCH, Instant.MAX);
        assertThat(job.matched()).isZero();
        assertThat(restoring.job(exchange.province, job.id())).isEmpty();
        while (restoring.run()) {
            // until nothing is left to do
        }
        assertThat(waiting()).isEmpty();
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> restoring.restoreAll(exchange.auditor, Set.of(), Instant.EPOCH, Instant.MAX))
                .matches(e -> e.failure().code() == FailureCode.NOT_PERMITTED);
    }

    @Test
    void manyAreRestoredOnceEachByWorkersOnTwoNodes() throws Exception {
        List<DispatchId> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sent.add(send());
        }
        List<DeliveryId> aside = setAside();
        assertThat(aside).hasSize(12);
        exchange.sent(exchange.province, Messages.document(++number, PROVINCE, OTHER));
        RestoreJob job = restoring.restoreAll(exchange.province, Set.of(MINISTRY), Instant.EPOCH, Instant.MAX);
        assertThat(job.matched()).isEqualTo(12);
        TestExchange second = exchange.anotherNode();
        RestoreDeliveries elsewhere = new RestoreDeliveries(second.unitOfWork, second.ids, second.clock);
        List<Callable<Boolean>> workers = new ArrayList<>(Collections.nCopies(2, () -> drained(restoring)));
        workers.addAll(Collections.nCopies(2, () -> drained(elsewhere)));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(workers)) {
                done.get();
            }
        }
        drained(restoring);
        RestoreJob finished = restoring.job(OPERATOR, job.id()).orElseThrow();
        assertThat(finished.restored()).isEqualTo(12);
        assertThat(finished.finishedAt()).isNotNull();
        assertThat(waiting()).hasSize(12);
        for (int i = 0; i < sent.size(); i++) {
            DeliveryId delivery = aside.get(i);
            assertThat(attempts.of(OPERATOR, dispatchOf(delivery), delivery).orElseThrow())
                    .filteredOn(attempt -> attempt.kind() == Kind.RESTORED)
                    .hasSize(1);
        }
    }

    private static boolean drained(RestoreDeliveries worker) {
        while (worker.run()) {
            // until nothing is left to do
        }
        return true;
    }

    private DispatchId dispatchOf(DeliveryId delivery) {
        return exchange.unitOfWork.inTransaction(ledger ->
                ledger.setAsides().lock(delivery).orElseThrow().dispatch().id());
    }

    private DispatchId send() {
        return exchange.sent(exchange.province, Messages.document(++number, PROVINCE, MINISTRY))
                .id();
    }

    /** Everything that waits is given back until it is off the list. */
    private List<DeliveryId> setAside() {
        List<DeliveryId> given = lease().stream()
                .map(lease -> {
                    nack(lease);
                    return lease.message().id();
                })
                .toList();
        for (List<Lease> again = lease(); !again.isEmpty(); again = lease()) {
            again.forEach(this::nack);
        }
        return given;
    }

    private void nack(Lease lease) {
        exchange.transport.nack(exchange.ministry, lease.message().id(), lease.token(), Duration.ZERO, "Ổ đĩa đầy");
    }

    private List<Lease> lease() {
        return exchange.transport.lease(exchange.ministry, Set.of(), MessageType.EDOC, 50, aWhile());
    }

    private List<?> waiting() {
        return exchange.mailbox.received(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC));
    }

    private List<String> kinds(Caller caller) {
        SequenceEvents sequence = new SequenceEvents(exchange.unitOfWork, exchange.clock);
        while (sequence.run()) {
            // until everything has its place
        }
        return exchange.unitOfWork.reading(
                ledger -> ledger.events().after(caller.agencies(), Set.of(), 0, 1000).stream()
                        .map(event -> event.what().kind().type())
                        .toList());
    }
}
