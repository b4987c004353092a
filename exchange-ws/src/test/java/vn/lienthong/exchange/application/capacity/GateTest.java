package vn.lienthong.exchange.application.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
