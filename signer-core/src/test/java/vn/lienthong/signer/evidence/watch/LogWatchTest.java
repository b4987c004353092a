package vn.lienthong.signer.evidence.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;

/** Whatever an operator with the right key does to what was shown, the watcher finds, and calls by its name. */
class LogWatchTest extends WatchedLog {
    @Test
    void aLogThatGrowsIsConsistent() throws IOException {
        for (int i = 0; i < 20; i++) {
            log.grow(1 + i % 3, NOW);
            if (i % 4 != 1) {
                assertFound(log);
                assertThat(seen.orElseThrow().head()).isEqualTo(log.newest().orElseThrow());
            }
        }
        assertFound(log);
    }

    @Test
    void anEntryThatWasDroppedIsFound() throws IOException {
        log.entries(5).remove(1);
        log.rebuildFrom(5);
        assertFound(log, WatchCode.ENTRY_DROPPED);
        assertFound(log.grow(1, NOW), WatchCode.ENTRY_DROPPED);
        assertThat(seen.orElseThrow().head().sealed().head())
                .as("what was seen first is not forgotten")
                .isNotEqualTo(log.shown(5).sealed().head());
    }

    @Test
    void anEntryThatWasRewrittenIsFound() throws IOException {
        log.entries(5).set(0, log.entry(NOW));
        log.rebuildFrom(5);
        assertFound(log, WatchCode.ENTRY_REWRITTEN);
        assertFound(log.grow(1, NOW), WatchCode.ENTRY_REWRITTEN);
    }

    @Test
    void anEntryThatWasInsertedIsFound() throws IOException {
        log.entries(5).add(1, log.entry(NOW));
        log.rebuildFrom(5);
        assertFound(log.grow(1, NOW), WatchCode.ENTRY_INSERTED);
    }

    @Test
    void historyThatWasBuiltAnewBeforeTheLastHeadIsFound() throws IOException {
        log.entries(2).remove(1);
        log.rebuildFrom(2);
        assertFound(log, WatchCode.HISTORY_REBUILT);
        assertFound(log.grow(2, NOW), WatchCode.HISTORY_REBUILT);
    }

    @Test
    void aLogThatWasCutOffIsFound() throws IOException {
        log.truncate(3);
        assertFound(log, WatchCode.ROLLED_BACK);
        log.truncate(0);
        assertFound(log, WatchCode.ROLLED_BACK);
    }

    @Test
    void aLogThatWasCutOffAndBuiltAnewIsFound() throws IOException {
        log.truncate(3);
        for (int i = 0; i < 4; i++) {
            log.grow(3, NOW);
        }
        assertFound(log, WatchCode.HISTORY_REBUILT);
    }

    @Test
    void aHeadThatWasSealedAnewByTheRightKeyIsFound() throws IOException {
        log.show(5, fixture.sealedAt(log.batch(5).head().toBytes(), NOW));
        assertFound(log, WatchCode.RESEALED);
        assertFound(log.grow(1, NOW), WatchCode.RESEALED);
    }

    @Test
    void aBatchThatWasDatedBackIsFound() throws IOException {
        OperatedLog stamped = log.twin().grow(1, NOW.minusSeconds(300));
        assertFound(stamped, WatchCode.BACK_DATED);
        OperatedLog claimed = log.twin().grow(1, NOW.minusSeconds(300));
        claimed.show(6, fixture.sealedAt(claimed.batch(6).head().toBytes(), NOW));
        assertFound(claimed, WatchCode.BACK_DATED);
    }

    /** In order for the log, but the watcher looked after that time, and the batch was not there. */
    @Test
    void aBatchThatIsOlderThanALookWhichDidNotShowItIsFound() throws IOException {
        assertThat(watch.look(seen, List.of(), log, NOW.plusSeconds(1800)).findings())
                .isEmpty();
        seen = Optional.of(new Seen(log.shown(5), NOW.plusSeconds(1800)));
        log.grow(1, NOW.plusSeconds(60));
        WatchReport report = watch.look(seen, List.of(), log, NOW.plusSeconds(1900));
        assertThat(report.findings()).extracting(Finding::code).containsExactly(WatchCode.BACK_DATED);
    }

    @Test
    void aHeadThatTheLogsKeyDidNotSealIsFound() throws IOException {
        EvidenceFixture stranger = new EvidenceFixture();
        log.grow(1, NOW).show(6, stranger.sealedAt(log.batch(6).head().toBytes(), NOW));
        assertFound(log, WatchCode.NOT_SEALED);
        SealedHead honest = log.shown(5).sealed();
        log.show(6, new SealedHead(log.batch(6).head().toBytes(), honest.seal(), honest.timestamp()));
        assertFound(log, WatchCode.NOT_SEALED);
    }

    @Test
    void aLogThatStandsStillIsStale() throws IOException {
        WatchReport report = watch.look(seen, List.of(), log, NOW.plusSeconds(3601));
        assertThat(report.findings()).extracting(Finding::code).containsExactly(WatchCode.STALE);
        assertThat(report.conclusion().accuses()).isFalse();
        assertThat(report.seen().orElseThrow().head()).isEqualTo(log.shown(5));
    }

    /** Two watchers, two histories, both sealed by the right key, each consistent for itself: until they compare. */
    @Test
    void twoHistoriesForTwoWatchersAreFoundWhenTheyCompare() throws IOException {
        OperatedLog other = log.twin();
        for (int i = 0; i < 3; i++) {
            log.grow(2, NOW);
            assertFound(log);
            other.grow(2, NOW);
        }
        assertFound(log, List.of(other.shown(8)), WatchCode.FORKED);
        assertFound(log, List.of(other.shown(6)), WatchCode.FORKED);
        assertFound(log, List.of(other.shown(5), other.shown(2), log.shown(7)));
        assertFound(log, List.of(other.grow(1, NOW).shown(9)), WatchCode.ROLLED_BACK);
    }

    @Test
    void whatNoKeySealedAccusesNobody() throws IOException {
        EvidenceFixture stranger = new EvidenceFixture();
        ShownHead forged = new ShownHead(
                stranger.sealedAt(log.twin().grow(9, NOW).batch(6).head().toBytes(), NOW),
                stranger.certificates(),
                stranger.crls());
        assertFound(log, List.of(forged), WatchCode.UNDECIDED);
    }

    @Test
    void theFirstLookNeedsNothing() throws IOException {
        OperatedLog empty = new OperatedLog(fixture);
        WatchReport none = watch.look(Optional.empty(), List.of(), empty, NOW);
        assertThat(none.conclusion()).isEqualTo(WatchCode.UNDECIDED);
        WatchReport first = watch.look(Optional.empty(), List.of(), empty.grow(1, NOW), NOW);
        assertThat(first.findings()).isEmpty();
        seen = first.seen();
        assertFound(empty.grow(1, NOW));
        assertFound(empty.grow(1, NOW));
    }
}
