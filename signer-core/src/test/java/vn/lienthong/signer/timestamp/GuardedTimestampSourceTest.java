package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.Granted;
import vn.lienthong.signer.timestamp.TimestampOutcome.Rejected;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/** When an authority is asked, and in which order, by a counter that the test turns on. */
class GuardedTimestampSourceTest {
    private static final Digest IMPRINT = DigestAlgorithm.SHA256.digest(new byte[] {1});
    private static final TimestampOutcome DOWN =
            new TimestampDown(DownReason.UNREACHABLE, Duration.ofSeconds(30), "nobody there");
    private static final TimestampOutcome NO = new Rejected(PkiFailure.BAD_ALG, "no");
    private final AuthorityFixture fixture = new AuthorityFixture();
    private final TimestampOutcome granted = new LocalTimestampSource(fixture.authority).timestamp(IMPRINT);

    private long now;
    private int asked;
    private TimestampOutcome answer = DOWN;
    private final List<Duration> allowed = new ArrayList<>();

    private final TimestampSource authority = new TimestampSource() {
        @Override
        public TimestampOutcome timestamp(Digest messageImprint) {
            return timestamp(messageImprint, TimestampSource.PATIENT);
        }

        @Override
        public TimestampOutcome timestamp(Digest messageImprint, Duration atMost) {
            asked++;
            allowed.add(atMost);
            return answer;
        }
    };

    @Test
    void leavesAnAuthorityAloneThatFailedThreeTimes() {
        TimestampSource guarded = guarded(Optional.empty());
        ask(guarded, 10);
        assertThat(asked).isEqualTo(3);
        assertThat(guarded.timestamp(IMPRINT)).isInstanceOfSatisfying(TimestampDown.class, down -> {
            assertThat(down.reason()).isEqualTo(DownReason.RESTING);
            assertThat(down.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        });
    }

    @Test
    void triesOnceAfterEachRestWhichDoubles() {
        TimestampSource guarded = guarded(Optional.empty());
        ask(guarded, 3);
        for (int rest : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
            now += Duration.ofSeconds(rest).toNanos() - 1;
            ask(guarded, 2);
            int before = asked;
            now += 1;
            ask(guarded, 5);
            assertThat(asked).as("after %s s", rest).isEqualTo(before + 1);
        }
    }

    @Test
    void goesOnOnceItAnswers() {
        TimestampSource guarded = guarded(Optional.empty());
        ask(guarded, 3);
        now += Duration.ofSeconds(5).toNanos();
        answer = NO;
        ask(guarded, 4);
        assertThat(asked).isEqualTo(7);
        answer = DOWN;
        ask(guarded, 9);
        assertThat(asked).isEqualTo(10);
    }

    @Test
    void asksNoMoreOftenThanItMay() {
        answer = NO;
        TimestampSource guarded = guarded(Optional.of(20));
        ask(guarded, 50);
        assertThat(asked).isEqualTo(20);
        assertThat(guarded.timestamp(IMPRINT))
                .isInstanceOfSatisfying(
                        TimestampDown.class,
                        down -> assertThat(down.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
        now += Duration.ofSeconds(30).toNanos();
        ask(guarded, 50);
        assertThat(asked).isEqualTo(30);
    }

    @Test
    void asksTheNextWhileOneRests() {
        TimestampSource other = imprint -> granted;
        TimestampSource all = failover(Duration.ofSeconds(10), guarded(Optional.empty()), other);
        for (int i = 0; i < 10; i++) {
            assertThat(all.timestamp(IMPRINT)).isInstanceOf(Granted.class);
        }
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void asksTheNextAlsoWhereOneRefuses() {
        answer = NO;
        assertThat(failover(Duration.ofSeconds(10), authority, imprint -> granted)
                        .timestamp(IMPRINT))
                .isInstanceOf(Granted.class);
        assertThat(failover(Duration.ofSeconds(10), authority, imprint -> DOWN).timestamp(IMPRINT))
                .isEqualTo(NO);
    }

    @Test
    void givesEachOnlyTheTimeThatIsLeft() {
        TimestampSource slow = imprint -> {
            now += Duration.ofSeconds(6).toNanos();
            return DOWN;
        };
        TimestampSource all = failover(Duration.ofSeconds(10), slow, authority, slow, authority);
        assertThat(all.timestamp(IMPRINT)).isInstanceOf(TimestampDown.class);
        assertThat(allowed).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void tellsTheEarliestTimeAtWhichAnotherTryMakesSense() {
        TimestampSource soon = imprint -> new TimestampDown(DownReason.RESTING, Duration.ofSeconds(2), "rests");
        assertThat(failover(Duration.ofSeconds(10), authority, soon).timestamp(IMPRINT))
                .isEqualTo(new TimestampDown(DownReason.UNREACHABLE, Duration.ofSeconds(2), "nobody there"));
    }

    private TimestampSource guarded(Optional<Integer> perMinute) {
        return new GuardedTimestampSource("vnpt", authority, perMinute, () -> now);
    }

    private TimestampSource failover(Duration total, TimestampSource... sources) {
        return new FailoverTimestampSource(List.of(sources), total, () -> now);
    }

    private static void ask(TimestampSource source, int times) {
        for (int i = 0; i < times; i++) {
            source.timestamp(IMPRINT);
        }
    }
}
