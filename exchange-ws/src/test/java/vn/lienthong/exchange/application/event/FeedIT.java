package vn.lienthong.exchange.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.domain.event.EventKind.DISPATCH_DELIVERED;
import static vn.lienthong.exchange.domain.event.EventKind.DISPATCH_RECALLED;
import static vn.lienthong.exchange.domain.event.EventKind.DISPATCH_RECEIVED;
import static vn.lienthong.exchange.domain.event.EventKind.DISPATCH_REPLACED;
import static vn.lienthong.exchange.domain.event.EventKind.DISPATCH_STATUS_CHANGED;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.aWhile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.StatusReport;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.ReplacementInfo;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.event.Event;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** What each agency is told, and nothing else. */
class FeedIT {
    @TempDir
    Path folder;

    private TestExchange exchange;
    private Feeds feeds;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 8);
        feeds = new Feeds(exchange, folder);
    }

    @Test
    void bothEndsAreToldWhatTheOtherDid() {
        Accepted sent = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        Lease lease = exchange.transport
                .lease(exchange.ministry, Set.of(), MessageType.EDOC, 1, aWhile())
                .getFirst();
        exchange.transport.ack(exchange.ministry, lease.message().id(), lease.token());
        exchange.transport.ack(exchange.ministry, lease.message().id(), lease.token());
        report(StatusCode.ACCEPTED, sent);
        exchange.recallDocument.recall(exchange.province, sent.id(), "Ban hành sai thẩm quyền");
        report(StatusCode.CHANGE_ACCEPTED, sent);

        assertThat(feeds.kinds(exchange.ministry))
                .containsExactly(DISPATCH_RECEIVED, DISPATCH_RECEIVED, DISPATCH_RECALLED);
        assertThat(feeds.kinds(exchange.province))
                .containsExactly(DISPATCH_DELIVERED, DISPATCH_STATUS_CHANGED, DISPATCH_STATUS_CHANGED);
        Event received = feeds.all(exchange.ministry).getFirst();
        assertThat(received.what().delivery()).isEqualTo(lease.message().id());
        assertThat(received.what().dispatch()).isEqualTo(sent.id());
        assertThat(feeds.all(exchange.province)).last().satisfies(event -> {
            assertThat(event.what().status()).isEqualTo(StatusCode.CHANGE_ACCEPTED);
            assertThat(event.what().party()).isEqualTo(MINISTRY);
        });
        assertThat(feeds.kinds(exchange.other)).isEmpty();
    }

    @Test
    void whatReplacesADocumentIsOfItsConversationHoweverOften() {
        Accepted first = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        exchange.sent(exchange.province, replacement(1, 2));
        exchange.sent(exchange.province, replacement(2, 3));
        exchange.sent(exchange.province, Messages.document(4, PROVINCE, MINISTRY));

        List<Event> told = feeds.all(exchange.ministry);
        assertThat(told)
                .extracting(event -> event.what().kind())
                .containsExactly(
                        DISPATCH_RECEIVED,
                        DISPATCH_RECEIVED,
                        DISPATCH_REPLACED,
                        DISPATCH_RECEIVED,
                        DISPATCH_REPLACED,
                        DISPATCH_RECEIVED);
        assertThat(told.subList(0, 5))
                .allMatch(event -> event.conversation().equals(first.id().value()));
        assertThat(told.getLast().conversation()).isNotEqualTo(first.id().value());
    }

    /** Its place is behind what was committed before it, so nobody who has read on has missed it. */
    @Test
    void aLateCommitIsNotMissed() throws Exception {
        try (Connection late = exchange.database.getConnection()) {
            late.setAutoCommit(false);
            try (Statement statement = late.createStatement()) {
                statement.execute("insert into event_waiting (id, agency, kind, conversation, at) values"
                        + " (gen_random_uuid(), 'G06', 'DISPATCH_RECALLED', gen_random_uuid(), now())");
            }
            exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
            feeds.settle();
            FeedPage before = feeds.page(exchange.ministry, null, 10);
            assertThat(before.events()).hasSize(1);

            late.commit();
            feeds.settle();
            FeedPage behind = feeds.page(exchange.ministry, before.cursor(), 10);
            assertThat(behind.events()).extracting(event -> event.what().kind()).containsExactly(DISPATCH_RECALLED);
            assertThat(feeds.page(exchange.ministry, behind.cursor(), 10).events())
                    .isEmpty();
        }
    }

    @Test
    void aCursorIsItsCallersAlone() {
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        feeds.settle();
        String cursor = feeds.page(exchange.ministry, null, 10).cursor();
        assertRefused(FailureCode.PARAMETER_INVALID, () -> feeds.page(exchange.other, cursor, 10));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> feeds.page(exchange.ministry, "AAAA", 10));
        assertRefused(FailureCode.PARAMETER_INVALID, () -> feeds.page(exchange.ministry, "%", 10));
        assertRefused(
                FailureCode.NOT_PERMITTED,
                () -> feeds.feed.page(exchange.other, new FeedQuery(Set.of(MINISTRY), Set.of(), null, 10)));
        assertRefused(FailureCode.NOT_PERMITTED, () -> feeds.page(exchange.auditor, null, 10));
    }

    @Test
    void showsOnlyTheKindsThatAreAskedFor() {
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        exchange.sent(exchange.ministry, Messages.document(1, MINISTRY, PROVINCE));
        exchange.transport.report(
                exchange.ministry,
                feeds.all(exchange.ministry).getFirst().what().delivery(),
                DeliveryState.DONE);
        feeds.settle();
        FeedQuery delivered = new FeedQuery(Set.of(), Set.of(DISPATCH_DELIVERED), null, 10);
        FeedPage page = feeds.feed.page(exchange.province, delivered);
        assertThat(page.events()).hasSize(1);
        assertThat(feeds.feed
                        .page(exchange.province, delivered.from(page.cursor()))
                        .events())
                .isEmpty();
        assertThat(feeds.page(exchange.province, FeedQuery.LATEST, 10).events()).isEmpty();
    }

    @Test
    void saysWhenWhatFollowsACursorIsForgotten() throws SQLException {
        String cursor = feeds.page(exchange.ministry, FeedQuery.LATEST, 10).cursor();
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        feeds.settle();
        assertThat(feeds.sequence.forget()).isFalse();
        assertThat(feeds.page(exchange.ministry, cursor, 10).events()).hasSize(1);
        try (Connection owner = exchange.owner.getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("update event set at = now() - interval '31 days'");
        }
        feeds.sequence.forget();
        assertRefused(FailureCode.EVENTS_FORGOTTEN, () -> feeds.page(exchange.ministry, cursor, 10));
        exchange.sent(exchange.province, Messages.document(2, PROVINCE, MINISTRY));
        assertThat(feeds.kinds(exchange.ministry)).containsExactly(DISPATCH_RECEIVED);
    }

    @Test
    void wakesWhoWaitsForItAndNobodyElse() {
        AtomicInteger ministry = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        FeedPage empty = feeds.page(exchange.ministry, FeedQuery.LATEST, 10);
        exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        feeds.settle(); // before anybody waits, but behind the page that was read
        feeds.await.await("a", Set.of(MINISTRY), empty.place(), aWhile(), ministry::incrementAndGet);
        feeds.await.await("b", Set.of(OTHER), empty.place(), aWhile(), other::incrementAndGet);
        feeds.await.look();
        feeds.await.look();
        assertThat(ministry).hasValue(1);
        assertThat(other).hasValue(0);
        exchange.sent(exchange.province, Messages.document(2, PROVINCE, OTHER));
        feeds.await.look();
        assertThat(other).hasValue(0);
        feeds.settle();
        feeds.await.look();
        assertThat(other).hasValue(1);
        assertThat(feeds.await.waiting()).isZero();
    }

    @Test
    void nobodyWaitsForLongerThanSaidOrTooOften() {
        AtomicInteger woken = new AtomicInteger();
        feeds.await.await("a", Set.of(OTHER), 0, Duration.ZERO, woken::incrementAndGet);
        feeds.await.look();
        assertThat(woken).hasValue(1);
        for (int i = 0; i < 20; i++) {
            feeds.await.await("a", Set.of(OTHER), 0, aWhile(), woken::incrementAndGet);
        }
        assertRefused(
                FailureCode.RATE_LIMITED,
                () -> feeds.await.await("a", Set.of(OTHER), 0, aWhile(), woken::incrementAndGet));
        feeds.await.await("b", Set.of(OTHER), 0, aWhile(), woken::incrementAndGet);
        feeds.await.release();
        assertThat(woken).hasValue(22);
    }

    private void report(StatusCode code, Accepted document) {
        exchange.recordStatus.record(
                exchange.ministry,
                new StatusReport(Channel.REST, new DocId(document.id().value()), null, code, "Văn thư", Instant.now()));
    }

    private static byte[] replacement(int replaced, int number) {
        ReplacementInfo info =
                new ReplacementInfo(Messages.documentId(PROVINCE, replaced).value(), List.of(MINISTRY));
        Bussiness bussiness =
                new Bussiness(BussinessDocType.REPLACE, "", "Thay thế", "0", null, List.of(info), List.of());
        return Messages.change(bussiness, number, "Thay thế", PROVINCE, MINISTRY);
    }

    private static void assertRefused(FailureCode code, Runnable asked) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(asked::run)
                .matches(e -> e.failure().code() == code, code.code());
    }
}
