package vn.lienthong.exchange.application.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class GateTest {
    private final Gate gate = new Gate(2, Duration.ZERO);

    @Test
    void refusesWhomItHasNoPlaceForAndSaysWhenToComeAgain() {
        Gate.Pass first = gate.enter();
        Gate.Pass second = gate.enter();

        assertThatThrownBy(gate::enter).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure().code()).isEqualTo(FailureCode.OVERLOADED);
            assertThat(e.failure().retryAfter()).isPositive();
        });
        first.close();
        gate.enter().close();
        second.close();
    }

    @Test
    void waitsLongerForAPlaceForWhatWasLongInComing() throws Exception {
        Gate.Pass first = gate.enter();
        Gate.Pass second = gate.enter();
        assertThatThrownBy(gate::enter).isInstanceOf(FailureException.class);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> waiting = other.submit(() -> gate.enter(200L << 20).close());
            Thread.sleep(200);
            assertThat(waiting.isDone()).isFalse();
            first.close();
            waiting.get(10, TimeUnit.SECONDS);
        }
        second.close();
    }

    @Test
    void largeOnesLeaveAPlaceForSmallOnes() {
        Gate shortTempered = new Gate(2, Duration.ZERO);
        Gate.Pass one = shortTempered.enter(5L << 20);

        assertThatThrownBy(() -> {
                    Thread.currentThread().interrupt(); // who would wait is refused at once
                    shortTempered.enter(5L << 20);
                })
                .isInstanceOf(FailureException.class);
        assertThat(Thread.interrupted()).isTrue();
        shortTempered.enter().close();
        one.close();
        shortTempered.enter(5L << 20).close();
    }

    @Test
    void tellsManyWhoComeAtOnceDifferentTimesToComeAgain() throws Exception {
        Gate busy = new Gate(1, Duration.ofSeconds(2));
        Gate.Pass only = busy.enter();
        List<Future<Duration>> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                Thread.sleep(50); // so that they give up one after the other
                told.add(threads.submit(() -> {
                    try {
                        busy.enter().close();
                        return Duration.ZERO;
                    } catch (FailureException e) {
                        return e.failure().retryAfter();
                    }
                }));
            }
        }
        only.close();
        List<Duration> times = new ArrayList<>();
        for (Future<Duration> one : told) {
            times.add(one.get());
        }
        assertThat(times).allMatch(time -> time.toSeconds() >= 2 && time.toSeconds() <= 60);
        assertThat(times).anyMatch(time -> time.toSeconds() >= 10).anyMatch(time -> time.toSeconds() <= 4);
    }

    @Test
    void refusesAWaiterWhoseThreadIsStopped() {
        Gate patient = new Gate(1, Duration.ofHours(1));
        Gate.Pass only = patient.enter();
        Thread.currentThread().interrupt();

        assertThatThrownBy(patient::enter).isInstanceOf(FailureException.class);

        assertThat(Thread.interrupted()).isTrue();
        only.close();
    }

    @Test
    void refusesToHaveNoPlaceAtAll() {
        assertThatThrownBy(() -> new Gate(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
