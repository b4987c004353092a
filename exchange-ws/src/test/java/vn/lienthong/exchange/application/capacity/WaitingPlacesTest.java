package vn.lienthong.exchange.application.capacity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.failure.FailureException;

class WaitingPlacesTest {
    private final WaitingPlaces places = new WaitingPlaces(3, 2);

    @Test
    void oneNameNeverHasAllOfThem() {
        Gate.Pass first = places.enter("a");
        places.enter("a");
        refuses("a");
        places.enter("b");
        refuses("c");

        first.close();

        places.enter("a");
        refuses("b");
    }

    @Test
    void whatIsGivenBackIsThereForAnybody() {
        for (int i = 0; i < 100; i++) {
            Gate.Pass one = places.enter("a");
            Gate.Pass other = places.enter("a");
            one.close();
            other.close();
        }
        places.enter("b");
        places.enter("b");
        places.enter("a");
    }

    @Test
    void refusesToHaveNone() {
        assertThatThrownBy(() -> new WaitingPlaces(3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WaitingPlaces(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private void refuses(String name) {
        assertThatThrownBy(() -> places.enter(name))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("overloaded");
    }
}
