package vn.lienthong.signer.evidence.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;
import vn.lienthong.signer.evidence.verify.HeadVerifier;

/** A log of five batches that was looked at once, and was right. */
abstract class WatchedLog {
    static final Instant NOW = EvidenceFixture.NOW;

    final EvidenceFixture fixture = new EvidenceFixture();
    final OperatedLog log = new OperatedLog(fixture);
    final LogWatch watch =
            new LogWatch(new HeadVerifier(fixture.anchors(), EvidenceFixture.LOG, List.of()), Duration.ofHours(1));
    Optional<Seen> seen = Optional.empty();

    @BeforeEach
    void begin() throws IOException {
        for (int i = 1; i <= 5; i++) {
            log.grow(3, NOW);
        }
        assertFound(log);
        assertThat(seen.orElseThrow().head()).isEqualTo(log.shown(5));
    }

    void assertFound(LogSource shown, WatchCode... codes) throws IOException {
        assertFound(shown, List.of(), codes);
    }

    void assertFound(LogSource shown, List<ShownHead> others, WatchCode... codes) throws IOException {
        WatchReport report = watch.look(seen, others, shown, NOW.plusSeconds(5));
        assertThat(report.findings())
                .as(report.findings().toString())
                .extracting(Finding::code)
                .containsExactly(codes);
        seen = report.seen();
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().accuses())
                .allSatisfy(finding -> assertThat(finding.proof()).isNotEmpty());
    }
}
