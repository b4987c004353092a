package vn.lienthong.exchange.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.batch.BatchClaim;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.batch.BatchOrder;
import vn.lienthong.exchange.domain.batch.BatchWork;
import vn.lienthong.exchange.domain.batch.ItemState;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** Claims on documents of batches, by several workers on a real database. */
class BatchWorkIT {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    @TempDir
    static Path folder;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 16);
    }

    @BeforeEach
    void noOtherBatches() throws Exception {
        try (var connection = exchange.owner.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from signature_batch");
        }
    }

    @Test
    void workersAtOnceGetDifferentDocuments() throws Exception {
        batch(60);
        Set<Integer> positions = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Optional<BatchClaim>>> claims = IntStream.range(0, 12)
                    .<Callable<Optional<BatchClaim>>>mapToObj(i -> () -> claim("node-" + i, 5, NOW))
                    .toList();
            for (Future<Optional<BatchClaim>> claim : threads.invokeAll(claims)) {
                claim.get()
                        .orElseThrow()
                        .items()
                        .forEach(item ->
                                assertThat(positions.add(item.position())).isTrue());
            }
        }
        assertThat(positions).hasSize(60);
        assertThat(claim("late", 5, NOW)).isEmpty();
    }

    @Test
    void whatADeadNodeHadIsClaimedAgainAndItsResultComesTooLate() {
        BatchId batch = batch(2);
        BatchClaim dead = claim("dead", 1, NOW).orElseThrow();
        BatchClaim next = claim("next", 2, LATER).orElseThrow();
        assertThat(next.items()).extracting(BatchClaim.Item::position).containsExactly(1, 2);

        assertThat(sign(batch, dead, 1, "của nút đã chết")).isFalse();
        assertThat(sign(batch, next, 1, "của nút sau")).isTrue();
        assertThat(sign(batch, next, 1, "lần nữa")).isFalse();
        assertThat(items(batch).get(0).signed()).isEqualTo(ref("của nút sau"));
    }

    @Test
    void aResultStaysWhateverTheProgramDoes() {
        BatchId batch = batch(1);
        BatchClaim claim = claim("a", 1, NOW).orElseThrow();
        sign(batch, claim, 1, "kết quả");
        assertThatThrownBy(() -> exchange.unitOfWork.inTransaction(ledger -> {
                    ledger.batchWork().signed(batch, 1, ref("khác"), NOW);
                    return true;
                }))
                .hasMessageContaining("a finished item of a batch stays as it is");
    }

    @Test
    void batchesTakeTurns() {
        BatchId large = batch(40);
        BatchId small = batch(2);
        List<BatchId> served = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            served.add(claim("a", 2, NOW).orElseThrow().order().id());
        }
        assertThat(served).contains(large, small);
        assertThat(served.subList(0, 2)).contains(small);
    }

    @Test
    void waitsWhileItIsPausedAndBeginsEachDocumentUncounted() {
        BatchId batch = batch(1);
        BatchClaim claim = claim("a", 1, NOW).orElseThrow();
        work(work -> work.begin(batch, claim.token(), 1, LATER));
        work(work -> {
            work.giveBack(batch, claim.token(), 1);
            work.pause(batch, FailureCode.HSM_UNAVAILABLE, NOW.plusSeconds(10));
            return true;
        });
        assertThat(claim("a", 1, NOW.plusSeconds(9))).isEmpty();
        BatchClaim again = claim("a", 1, NOW.plusSeconds(10)).orElseThrow();
        assertThat(again.pauses()).isEqualTo(1);
        assertThat(again.items().get(0).tries()).isZero();
    }

    @Test
    void countsWhatTookItsNodeWithIt() {
        BatchId batch = batch(1);
        BatchClaim first = claim("a", 1, NOW).orElseThrow();
        work(work -> work.begin(batch, first.token(), 1, NOW.plusSeconds(60)));
        work(work -> {
            work.giveBackAll("a");
            return true;
        });
        BatchClaim again = claim("a", 1, NOW).orElseThrow();
        assertThat(again.items().get(0).tries()).isEqualTo(1);
        boolean overtaken = work(work -> work.begin(batch, first.token(), 1, LATER));
        assertThat(overtaken).isFalse();
    }

    @Test
    void isFinishedOnceAndRemovedWhenItsTimeIsOver() {
        BatchId batch = batch(3);
        BatchClaim claim = claim("a", 1, NOW).orElseThrow();
        assertThat(finish()).isEmpty();
        sign(batch, claim, 1, "một");
        Failure failure = Failure.of(FailureCode.KEY_USE_NOT_ALLOWED, "khoa", "KEY_DISABLED");
        int refused = work(work -> work.refuseRest(batch, claim.token(), failure, NOW));
        assertThat(refused).isEqualTo(2);
        assertThat(finish()).hasValueSatisfying(ended -> {
            assertThat(ended.signed()).isEqualTo(1);
            assertThat(ended.refused()).isEqualTo(2);
        });
        assertThat(finish()).isEmpty();
        assertThat(items(batch).get(2).failure()).isEqualTo(failure);
        assertThat(items(batch).get(2).state()).isEqualTo(ItemState.REFUSED);

        Sha256Digest result = ref("một").digest();
        assertThat(used(result)).contains(result);
        assertThat(remove(NOW)).isZero();
        assertThat(remove(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(used(result)).isEmpty();
    }

    private static BatchId batch(int documents) {
        BatchId id = new BatchId(exchange.ids.next());
        exchange.unitOfWork.inTransaction(ledger -> {
            ledger.batches().begin(new BatchOrder(id, "an", "khoa", "{}", null, NOW));
            ledger.batches()
                    .add(
                            id,
                            IntStream.rangeClosed(1, documents)
                                    .mapToObj(i -> new BatchItem.Arrival(i, i + ".txt", ref("văn bản " + i)))
                                    .toList());
            return ledger.batches().submit(id, documents, null, ref("").digest());
        });
        return id;
    }

    private static Optional<BatchClaim> claim(String node, int most, Instant now) {
        return work(work -> work.claim(
                new BatchClaim.Wanted(exchange.ids.next(), node, most, now, now.plus(Duration.ofMinutes(10)))));
    }

    private static boolean sign(BatchId batch, BatchClaim claim, int position, String result) {
        return work(work -> {
            boolean holds = work.holds(batch, claim.token(), position);
            if (holds) {
                work.signed(batch, position, ref(result), NOW);
            }
            return holds;
        });
    }

    private static Optional<BatchWork.Ended> finish() {
        return work(work -> work.finish(NOW));
    }

    private static <T> T work(Function<BatchWork, T> part) {
        return exchange.unitOfWork.inTransaction(ledger -> part.apply(ledger.batchWork()));
    }

    private static List<BatchItem> items(BatchId batch) {
        return exchange.unitOfWork.reading(ledger -> ledger.batches().items(batch, null, 0, 100));
    }

    private static Set<Sha256Digest> used(Sha256Digest digest) {
        return exchange.unitOfWork.reading(ledger -> ledger.contentUse().usedOf(List.of(digest)));
    }

    private static int remove(Instant finishedBefore) {
        return exchange.unitOfWork.inTransaction(ledger -> ledger.batches().remove(finishedBefore, finishedBefore));
    }

    private static ContentRef ref(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new ContentRef(
                Sha256Digest.of(DigestAlgorithm.SHA256.digest(octets).value().toArray()), octets.length);
    }
}
