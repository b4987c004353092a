package vn.lienthong.exchange.application.keypolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.StorageFullException;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.TestExchange;

/** Uses that share a transaction: what fails one of them is nobody else's. */
@Timeout(60)
class UseJournalIT {
    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static Caller signer;
    private static KeyUses uses;

    @BeforeAll
    static void start() {
        exchange = TestExchange.in(folder, 24);
        signer = new Caller(exchange.province.name(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
        UsageMeter meter = new UsageMeter(exchange.unitOfWork, exchange.ids, exchange.clock, "journal");
        uses = new KeyUses(exchange.unitOfWork, exchange.useRecords, meter, () -> "it-request", exchange.clock);
    }

    @Test
    void oneThatFailsFailsAlone() throws Exception {
        String key = key("fails-alone");
        List<FutureTask<Boolean>> tasks = together(
                key,
                List.of(
                        () -> sign(key, ledger -> {}),
                        () -> sign(key, ledger -> {
                            throw new IllegalStateException("this file cannot be kept");
                        }),
                        () -> sign(key, ledger -> {}),
                        () -> sign(key, ledger -> {
                            throw new StackOverflowError("this one is nested too deeply");
                        }),
                        () -> sign(key, ledger -> ledger.keyPolicies().effective("\u0000")),
                        () -> sign(key, ledger -> {}),
                        () -> sign(key, ledger -> {
                            throw new FailureException(Failure.of(FailureCode.STORAGE_UNAVAILABLE));
                        }),
                        () -> sign(key, ledger -> {
                            throw new FailureException(
                                    Failure.of(FailureCode.STORAGE_FULL), new StorageFullException("no room"));
                        })));
        assertThat(tasks.get(0).get()).isTrue();
        assertThat(tasks.get(2).get()).isTrue();
        assertThat(tasks.get(5).get()).isTrue();
        assertThatThrownBy(() -> tasks.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("this file cannot be kept");
        assertThatThrownBy(() -> tasks.get(3).get()).hasMessageContaining("could not be recorded");
        assertThatThrownBy(() -> tasks.get(4).get()).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> tasks.get(6).get()).hasCauseInstanceOf(FailureException.class);
        assertThatThrownBy(() -> tasks.get(7).get()).hasRootCauseInstanceOf(StorageFullException.class);
        // The one that all of them waited behind, and the three that were good.
        assertThat(used(key)).isEqualTo(4);
        // Whoever comes next finds the journal at work.
        assertThat(sign(key, ledger -> {})).isTrue();
    }

    @Test
    void anErrorLeavesTheJournalToOthers() {
        String key = key("error");
        assertThatThrownBy(() -> sign(key, ledger -> {
                    throw new StackOverflowError("nested too deeply");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(used(key)).isZero();
        assertThat(sign(key, ledger -> {})).isTrue();
        assertThat(used(key)).isEqualTo(1);
    }

    /** Each one alone would wait for the database as long as all of them together. */
    @Test
    void allFailTogetherWhereTheDatabaseIsAway() throws Exception {
        String key = key("away");
        List<Integer> asked = new ArrayList<>();
        Consumer<Ledger> away = ledger -> {
            asked.add(1);
            throw new FailureException(Failure.of(FailureCode.DATABASE_UNAVAILABLE));
        };
        List<FutureTask<Boolean>> tasks =
                together(key, List.of(() -> sign(key, away), () -> sign(key, away), () -> sign(key, away)));
        for (FutureTask<Boolean> task : tasks) {
            assertThatThrownBy(task::get).hasCauseInstanceOf(FailureException.class);
        }
        assertThat(asked).hasSize(1);
    }

    /** All of them wait behind one that is under way, and so share the next transaction. */
    private static List<FutureTask<Boolean>> together(String key, List<Callable<Boolean>> calls) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> first = new FutureTask<>(() -> sign(key, ledger -> {
            begun.countDown();
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        Thread.ofPlatform().start(first);
        begun.await();
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (var call : calls) {
            FutureTask<Boolean> task = new FutureTask<>(call);
            tasks.add(task);
            threads.add(Thread.ofPlatform().start(task));
        }
        Eventually.within(
                Duration.ofSeconds(20),
                "all wait",
                () -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        waiting.countDown();
        assertThat(first.get()).isTrue();
        for (Thread thread : threads) {
            thread.join();
        }
        return tasks;
    }

    private static boolean sign(String key, Consumer<Ledger> together) {
        try (KeyUses.Permit permit = uses.permit(signer, key, SignatureUse.PADES, null, 1)) {
            return permit.record(Deed.DOCUMENT_SIGNED, Map.of("key", key), new UseCompanion() {
                @Override
                public boolean isWanted(Ledger ledger) {
                    return true;
                }

                @Override
                public void record(Ledger ledger) {
                    together.accept(ledger);
                }
            });
        }
    }

    private static String key(String name) {
        exchange.register.keyGrant("it", signer.name(), name);
        exchange.register.firstKeyPolicy("it", exchange.ids.next(), KeyPolicy.open(name));
        return name;
    }

    private static long used(String key) {
        LocalDate today = LocalDate.ofInstant(exchange.clock.instant(), SigningHours.VIETNAM);
        return exchange.unitOfWork
                .reading(ledger -> ledger.usage().usage(key, today))
                .inAll();
    }
}
