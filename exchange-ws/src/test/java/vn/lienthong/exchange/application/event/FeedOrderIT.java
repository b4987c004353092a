package vn.lienthong.exchange.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.event.Event;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Eight senders, places given by two nodes, and a reader who follows: each event once, in the order of places. */
class FeedOrderIT {
    private static final int SENDERS = 8;
    private static final int EACH = 40;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void aReaderWhoFollowsSeesEachEventOnce() throws Exception {
        TestExchange exchange = TestExchange.in(folder, 12);
        TestExchange second = exchange.anotherNode();
        Feeds feeds = new Feeds(exchange, folder);
        AtomicBoolean sending = new AtomicBoolean(true);
        List<Event> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 2)) {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int first = sender * EACH;
                senders.add(threads.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        exchange.sent(exchange.province, Messages.document(first + i + 1, PROVINCE, MINISTRY));
                    }
                }));
            }
            for (TestExchange node : List.of(exchange, second)) {
                var _ = threads.submit(() -> {
                    SequenceEvents worker = new SequenceEvents(node.unitOfWork, node.clock);
                    while (sending.get()) {
                        worker.run();
                    }
                });
            }
            String cursor = null;
            while (seen.size() < SENDERS * EACH) {
                FeedPage page = feeds.page(exchange.ministry, cursor, 7);
                seen.addAll(page.events());
                cursor = page.cursor();
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
            sending.set(false);
            feeds.settle();
            assertThat(feeds.page(exchange.ministry, cursor, 10).events()).isEmpty();
        }
        assertThat(seen.stream().map(Event::place))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, SENDERS * EACH).boxed().toList());
        assertThat(seen.stream().map(Event::id).distinct().toList()).hasSize(SENDERS * EACH);
        UUID none = new UUID(0, 0);
        assertThat(seen).noneMatch(event -> event.conversation().equals(none));
    }
}
