package vn.lienthong.exchange.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.application.register.Clerk.OUTGOING;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.register.Binding;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.it.TestExchange;

/** Many at once, on two nodes with connections of their own: numbers are unique and without a gap. */
class NumberingIT {
    private static final int THREADS = 16;
    private static final int EACH = 500;
    /** Of each thread's requests, every so manieth is given up when it has its number, and every so manieth is sent twice. */
    private static final int GIVEN_UP = 7;

    private static final int TWICE = 11;

    @TempDir
    Path folder;

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void noNumberIsMissingOrGivenTwice() throws Exception {
        TestExchange first = TestExchange.in(folder, THREADS);
        TestExchange second = first.anotherNode(THREADS);
        List<Callable<List<Integer>>> work = new ArrayList<>();
        for (TestExchange node : List.of(first, second)) {
            Clerk clerk = new Clerk(node);
            for (int thread = 0; thread < THREADS; thread++) {
                String name = (node == first ? "first-" : "second-") + thread;
                work.add(() -> numbers(clerk, name));
            }
        }
        List<Integer> given = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS)) {
            for (Future<List<Integer>> one : threads.invokeAll(work)) {
                given.addAll(one.get());
            }
        }
        int all = 2 * THREADS * EACH;
        assertThat(given.stream().sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
        assertThat(stored(first)).hasSize(all);
    }

    /** What each of so many requests was answered. */
    private static List<Integer> numbers(Clerk clerk, String name) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            if (i % GIVEN_UP == 0) {
                giveUp(clerk, name + "-given-up-" + i);
            }
            RegisterEntry entry = clerk.decision(clerk.exchange.province, OUTGOING, name + "-" + i);
            if (i % TWICE == 0) {
                assertThat(clerk.decision(clerk.exchange.province, OUTGOING, name + "-" + i))
                        .isEqualTo(entry);
            }
            numbers.add(entry.place().number());
        }
        return numbers;
    }

    /** The transaction had its number and is rolled back. */
    private static void giveUp(Clerk clerk, String key) {
        BookId book = new BookId(TestExchange.PROVINCE, Direction.OUTGOING, 2026);
        Numbering numbering = new Numbering(clerk.exchange.ids, clerk);
        try {
            clerk.exchange.unitOfWork.inTransaction(ledger -> {
                numbering.give(ledger, book, Clerk.outgoing("QĐ", "QĐ-UBND", "Bỏ", key), Binding.NONE, "it");
                throw new GivenUp();
            });
        } catch (GivenUp expected) {
            // as it was meant
        }
    }

    /** The same request from many threads of two nodes at once has one number. */
    @Test
    void oneRequestSentManyTimesAtOnceHasOneNumber() throws Exception {
        TestExchange first = TestExchange.in(folder, THREADS);
        Clerk one = new Clerk(first);
        Clerk two = new Clerk(first.anotherNode(THREADS));
        List<Callable<RegisterEntry>> work = new ArrayList<>();
        for (int i = 0; i < 2 * THREADS; i++) {
            Clerk clerk = i % 2 == 0 ? one : two;
            work.add(() -> clerk.decision(clerk.exchange.province, OUTGOING, "same-key"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS)) {
            List<RegisterEntry> answers = new ArrayList<>();
            for (Future<RegisterEntry> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            assertThat(answers).allMatch(answers.getFirst()::equals);
        }
        assertThat(stored(first)).hasSize(1);
    }

    private static List<Integer> stored(TestExchange exchange) {
        ReadRegister reading = new ReadRegister(exchange.unitOfWork);
        List<Integer> numbers = new ArrayList<>();
        Place after = Place.START;
        while (true) {
            List<RegisterEntry> page = reading.list(exchange.province, OUTGOING, EntryFilter.ALL, after, 1000);
            page.forEach(entry -> numbers.add(entry.place().number()));
            if (page.size() < 1000) {
                break;
            }
            after = page.getLast().place();
        }
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        return numbers;
    }
}
