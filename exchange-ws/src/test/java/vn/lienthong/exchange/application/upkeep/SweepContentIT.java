package vn.lienthong.exchange.application.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentShelves;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.infrastructure.content.FileShelves;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Files that no record refers to, on a real disk and with a real PostgreSQL. */
class SweepContentIT {
    private static final Duration AGE = Duration.ofHours(1);

    @TempDir
    Path folder;

    private TestExchange exchange;
    private SweepContent sweeping;

    @BeforeEach
    void open() {
        exchange = TestExchange.in(folder, 24);
        sweeping =
                new SweepContent(new FileShelves(folder.resolve("content")), exchange.unitOfWork, exchange.clock, AGE);
    }

    @Test
    void removesWhatNoRecordRefersToOnceItIsOldEnough() throws IOException {
        ContentRef orphan = kept(Messages.document(1, TestExchange.PROVINCE, TestExchange.MINISTRY));
        assertThat(sweepAll()).isZero();
        assertThat(file(orphan)).exists();

        growOld(file(orphan));
        assertThat(sweepAll()).isEqualTo(1);
        assertThat(file(orphan)).doesNotExist();
    }

    @Test
    void leavesWhatARecordRefersToHoweverOldItIs() throws IOException {
        byte[] letter = Messages.document(2, TestExchange.PROVINCE, TestExchange.MINISTRY);
        Accepted accepted = exchange.sent(exchange.province, letter);
        growOld(file(accepted.content()));

        assertThat(sweepAll()).isZero();
        assertThat(read(accepted.content())).isEqualTo(letter);
    }

    @Test
    void leavesWhatIsNotItsOwn() throws IOException {
        Path stray = Files.writeString(
                Files.createDirectories(folder.resolve("content/kept/ab")).resolve("x"), "x");
        growOld(stray);
        assertThat(sweepAll()).isZero();
        assertThat(stray).exists();
    }

    @Test
    void dropsWhatANodeThatIsGoneHalfReceived() throws IOException {
        Path left =
                Files.createDirectories(folder.resolve("content/staging/gone")).resolve("1.part");
        Files.writeString(left, "half");
        assertThat(sweeping.dropHalfReceived()).isZero();
        growOld(left);
        assertThat(sweeping.dropHalfReceived()).isEqualTo(1);
        assertThat(left).doesNotExist();
    }

    /** The octets are found stored, then swept, then recorded: the recording has to put them back. */
    @Test
    void aMessageThatFoundItsOctetsJustBeforeTheyWereSweptIsThere() throws Exception {
        byte[] letter = Messages.document(3, TestExchange.PROVINCE, TestExchange.MINISTRY);
        ContentRef orphan = kept(letter);
        growOld(file(orphan));
        try (Staged second =
                exchange.store.stage(new ByteArrayInputStream(letter), letter.length, DeclaredBody.anything())) {
            second.keep();
            assertThat(sweepAll()).isEqualTo(1);
            second.keep();
        }
        assertThat(read(orphan)).isEqualTo(letter);
    }

    /**
     * Sweepers run without pause beside senders of octets that lie there, old and unreferred: whatever was accepted is
     * there afterwards. Without the lock of the one, or the second look of the other, this fails within seconds.
     */
    @Test
    void noAcceptedMessageIsSweptAwayUnderIt() throws Exception {
        int messages = 250;
        List<byte[]> letters = new ArrayList<>();
        for (int number = 0; number < messages; number++) {
            letters.add(Messages.document(1000 + number, TestExchange.PROVINCE, TestExchange.MINISTRY));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<Accepted> accepted = new ArrayList<>();
        int swept = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> sweepers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sweepers.add(threads.submit(() -> {
                    int removed = 0;
                    while (!done.get()) {
                        removed += sweepAll();
                    }
                    return removed;
                }));
            }
            List<Future<Accepted>> senders = new ArrayList<>();
            for (byte[] letter : letters) {
                senders.add(threads.submit(() -> {
                    growOld(file(kept(letter)));
                    AcceptOutcome outcome = exchange.send(exchange.province, letter);
                    assertThat(outcome).isInstanceOf(Accepted.class);
                    return (Accepted) outcome;
                }));
            }
            try {
                for (Future<Accepted> sender : senders) {
                    accepted.add(sender.get());
                }
            } finally {
                // or the sweepers would keep a failure from ever being told
                done.set(true);
            }
            for (Future<Integer> sweeper : sweepers) {
                swept += sweeper.get();
            }
        }
        assertThat(swept)
                .as("orphans that were swept while their octets came again")
                .isPositive();
        for (int i = 0; i < messages; i++) {
            assertThat(read(accepted.get(i).content())).isEqualTo(letters.get(i));
        }
    }

    private int sweepAll() {
        int removed = 0;
        for (int shelf = 0; shelf < ContentShelves.COUNT; shelf++) {
            removed += sweeping.sweep(shelf);
        }
        return removed;
    }

    /** What an acceptance leaves whose transaction failed. */
    private ContentRef kept(byte[] octets) throws IOException {
        try (Staged staged =
                exchange.store.stage(new ByteArrayInputStream(octets), octets.length, DeclaredBody.anything())) {
            staged.keep();
            return staged.ref();
        }
    }

    private byte[] read(ContentRef ref) throws IOException {
        try (InputStream in = exchange.store.open(ref)) {
            return in.readAllBytes();
        }
    }

    private Path file(ContentRef ref) {
        String hex = ref.digest().hex();
        return folder.resolve("content/kept").resolve(hex.substring(0, 2)).resolve(hex);
    }

    private static void growOld(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(Clock.systemUTC().instant().minus(AGE).minus(AGE)));
    }
}
