package vn.lienthong.signer.timestamp;

import java.time.Duration;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;

/** Tells a rejection that another try may cure from one that stays. */
final class Rejections {
    private Rejections() {}

    static TimestampOutcome outcome(PkiFailure failInfo, String detail, Duration retryAfter) {
        return switch (failInfo) {
            case SYSTEM_FAILURE, TIME_NOT_AVAILABLE ->
                new TimestampOutcome.TimestampDown(DownReason.AUTHORITY_DOWN, retryAfter, detail);
            case BAD_ALG,
                    BAD_REQUEST,
                    BAD_DATA_FORMAT,
                    UNACCEPTED_POLICY,
                    UNACCEPTED_EXTENSION,
                    ADD_INFO_NOT_AVAILABLE -> new TimestampOutcome.Rejected(failInfo, detail);
        };
    }
}
