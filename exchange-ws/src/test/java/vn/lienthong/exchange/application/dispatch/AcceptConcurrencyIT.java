package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

class AcceptConcurrencyIT {
    private static final int SENDERS = 32;

    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, SENDERS);
    }

    @Test
    void identicalSendsAtOnceAreOneDispatch() throws Exception {
        byte[] edxml = Messages.document(1, PROVINCE, MINISTRY, OTHER);
        List<Accepted> answers = atOnce(IntStream.range(0, SENDERS)
                .<Callable<Accepted>>mapToObj(i -> () -> exchange.sent(exchange.province, edxml))
                .toList());
        assertThat(answers).extracting(Accepted::id).containsOnly(answers.get(0).id());
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(exchange.mailbox.count(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC)))
                .isEqualTo(1);
    }

    @Test
    void differentOctetsUnderOneDocumentIdAtOnceAreOneDispatchAndRefusals() throws Exception {
        List<AcceptOutcome> answers = atOnce(IntStream.range(0, SENDERS)
                .<Callable<AcceptOutcome>>mapToObj(i -> () -> exchange.send(
                        exchange.province, Messages.document(BussinessDocType.NEW, 2, "Bản " + i, PROVINCE, OTHER)))
                .toList());
        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(SENDERS - 1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        CountDownLatch ready = new CountDownLatch(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> pending = new ArrayList<>();
            for (Callable<T> call : calls) {
                pending.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : pending) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
