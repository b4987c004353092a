package vn.lienthong.exchange.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** What every replay window keeps. */
public interface ReplayWindowContract {
    Instant UNTIL = Clock.systemUTC().instant().plus(Duration.ofMinutes(5));

    /** An empty one. */
    ReplayWindow window();

    static Sha256Digest request(int number) {
        byte[] octets = new byte[32];
        octets[31] = (byte) number;
        return Sha256Digest.of(octets);
    }

    @Test
    default void admitsARequestOnce() {
        ReplayWindow window = window();
        assertThat(window.isFirst(request(1), UNTIL)).isTrue();
        assertThat(window.isFirst(request(1), UNTIL)).isFalse();
        assertThat(window.isFirst(request(2), UNTIL)).isTrue();
    }

    @Test
    default void admitsOneOfManyThatComeAtOnce() throws Exception {
        ReplayWindow window = window();
        Callable<Boolean> ask = () -> window.isFirst(request(3), UNTIL);
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            long admitted = callers.invokeAll(Collections.nCopies(64, ask)).stream()
                    .filter(answer -> answer.resultNow())
                    .count();
            assertThat(admitted).isEqualTo(1);
        }
    }
}
