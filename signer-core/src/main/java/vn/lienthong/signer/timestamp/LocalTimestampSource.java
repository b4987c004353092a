package vn.lienthong.signer.timestamp;

import java.time.Duration;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Digest;

/** Asks an authority of this process, without a network in between. Thread-safe. */
public final class LocalTimestampSource implements TimestampSource {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final TimestampAuthority authority;

    public LocalTimestampSource(TimestampAuthority authority) {
        this.authority = authority;
    }

    @Override
    public TimestampOutcome timestamp(Digest messageImprint) {
        TimestampQuery query = new TimestampQuery(messageImprint, Optional.empty(), Optional.empty(), true);
        return switch (authority.issue(query)) {
            case TimestampAnswer.Issued issued -> new TimestampOutcome.Granted(issued.token());
            case TimestampAnswer.Rejected rejected ->
                Rejections.outcome(rejected.failInfo(), rejected.detail(), RETRY_AFTER);
        };
    }
}
