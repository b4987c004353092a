package vn.lienthong.exchange.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.event.Event;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookId;
import vn.lienthong.exchange.domain.webhook.WebhookState;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.Messages;

/** What becomes of events whose webhook is slow, fails, or comes back. */
class PushEventsIT {
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Endpoint endpoint = new Endpoint();
    private Webhooking webhooking;
    private Caller ministry;
    private int number;

    @BeforeEach
    void start() {
        webhooking = new Webhooking(folder, "127.0.0.0/8");
        ministry = webhooking.exchange.ministry;
    }

    @AfterEach
    void stop() {
        endpoint.close();
        webhooking.close();
    }

    @Test
    void tellsAgainWhatWasNotTakenAndKeepsTheOrderOfAConversation() {
        WebhookId id = webhooking.active(ministry, MINISTRY, endpoint).webhook().id();
        endpoint.status.set(503);
        Accepted document = send();
        webhooking.exchange.fetched(ministry, document.id());
        webhooking.tell();
        webhooking.exchange.recallDocument.recall(webhooking.exchange.province, document.id(), "Sai");
        webhooking.tell();
        assertThat(endpoint.types()).as("left alone after a failure").containsExactly("vn.lienthong.dispatch.received");
        webhooking.later(A_WHILE);
        assertThat(endpoint.types())
                .as("a recall does not overtake what it recalls")
                .containsOnly("vn.lienthong.dispatch.received")
                .hasSize(2);
        assertThat(endpoint.calls.getLast().id())
                .isEqualTo(endpoint.calls.getFirst().id());
        endpoint.status.set(200);
        for (int i = 0; i < 4; i++) {
            webhooking.later(Duration.ofMinutes(2));
        }
        assertThat(endpoint.types().subList(2, endpoint.types().size()))
                .containsExactly(
                        "vn.lienthong.dispatch.received",
                        "vn.lienthong.dispatch.received",
                        "vn.lienthong.dispatch.recalled");
        assertThat(webhooking.now(ministry, id).failingSince()).isNull();
        assertThat(webhooking.attempts(ministry, id))
                .filteredOn(attempt -> attempt.outcome() == PushAttempt.Outcome.RETRY)
                .hasSize(2)
                .allMatch(attempt -> Integer.valueOf(503).equals(attempt.status()))
                .allMatch(attempt -> attempt.error().equals("the address answered 503"));
    }

    @Test
    void whatFailsForTwoDaysIsDisabledAndTheFeedTellsOfIt() {
        WebhookId id = webhooking.active(ministry, MINISTRY, endpoint).webhook().id();
        endpoint.status.set(500);
        send();
        webhooking.tell();
        int hours = 0;
        while (webhooking.now(ministry, id).state() == WebhookState.ACTIVE && hours < 60) {
            hours++;
            webhooking.later(Duration.ofHours(1));
        }
        assertThat(hours).isBetween(47, 53);
        webhooking.tell();
        Webhook disabled = webhooking.now(ministry, id);
        assertThat(disabled.reason()).isEqualTo("failing");
        assertThat(webhooking.attempts(ministry, id).size()).isGreaterThan(12);
        List<Event> feed = webhooking.exchange.unitOfWork.reading(
                ledger -> ledger.events().after(Set.of(MINISTRY), Set.of(), 0, 10));
        assertThat(feed).last().satisfies(event -> {
            assertThat(event.what().kind().type()).isEqualTo("vn.lienthong.webhook.disabled");
            assertThat(event.what().related()).isEqualTo(id.value());
        });
        int before = endpoint.calls.size();
        send();
        webhooking.later(Duration.ofHours(1));
        assertThat(endpoint.calls).hasSize(before);
    }

    @Test
    void whoSaysThatItIsGoneIsDisabledAtOnce() {
        WebhookId id = webhooking.active(ministry, MINISTRY, endpoint).webhook().id();
        endpoint.status.set(410);
        send();
        webhooking.tell();
        assertThat(webhooking.now(ministry, id).reason()).isEqualTo("gone");
    }

    @Test
    void aRedirectionIsNotFollowed() {
        WebhookId id = webhooking.active(ministry, MINISTRY, endpoint).webhook().id();
        endpoint.status.set(307);
        send();
        webhooking.tell();
        assertThat(endpoint.calls).hasSize(1);
        assertThat(webhooking.attempts(ministry, id).getFirst().outcome()).isEqualTo(PushAttempt.Outcome.RETRY);
    }

    @Test
    @Timeout(60)
    void aSlowAddressHoldsNobodyElse() {
        Endpoint slow = new Endpoint();
        webhooking.active(ministry, MINISTRY, slow);
        webhooking.active(webhooking.exchange.other, OTHER, endpoint);
        slow.delayMillis = 60_000;
        for (int i = 0; i < 30; i++) {
            send();
        }
        webhooking.exchange.sent(webhooking.exchange.province, Messages.document(++number, PROVINCE, OTHER));
        while (webhooking.sequence.run()) {
            // until everything has its place
        }
        long began = System.nanoTime();
        Eventually.within(Duration.ofSeconds(5), "the quick one is told", () -> {
            webhooking.push.run();
            return endpoint.calls.size() == 1;
        });
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        WebhookId id = webhooking.own.list(ministry).getFirst().id();
        Eventually.within(Duration.ofSeconds(20), "the slow one is given up on for now", () -> {
            webhooking.push.run();
            return webhooking.attempts(ministry, id).size() > 1;
        });
        assertThat(webhooking.attempts(ministry, id).getFirst().status()).isNull();
        assertThat(webhooking.attempts(ministry, id).getFirst().took()).isLessThan(Duration.ofSeconds(15));
        slow.close();
    }

    @Test
    void manyWorkersTellEachOnce() throws Exception {
        webhooking.active(ministry, MINISTRY, endpoint);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sent.add(send().id().toString());
        }
        while (webhooking.sequence.run()) {
            // until everything has its place
        }
        Callable<Boolean> worker = () -> {
            PushEvents push = webhooking.anotherWorker();
            Eventually.within(Duration.ofSeconds(30), "all are told", () -> {
                push.run();
                return endpoint.calls.size() >= sent.size();
            });
            push.run();
            return push.run();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, worker))) {
                done.get();
            }
        }
        assertThat(endpoint.calls)
                .extracting(call -> call.json().get("subject").asText())
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private Accepted send() {
        return webhooking.exchange.sent(webhooking.exchange.province, Messages.document(++number, PROVINCE, MINISTRY));
    }
}
