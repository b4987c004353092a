package vn.lienthong.exchange.application.signing;

import java.math.BigInteger;
import java.util.Optional;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.PkiFailure;
import vn.lienthong.signer.timestamp.TimestampAnswer;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampToken;

/** The time-stamping authority of this server. Thread-safe. Source: RFC 3161. */
public final class IssueTimestamp {
    private final TimestampAuthority authority;
    private final Gate gate;

    public IssueTimestamp(TimestampAuthority authority, Gate gate) {
        this.authority = authority;
        this.gate = gate;
    }

    /** A TimeStampResp, whatever the request is. */
    public Bytes respond(byte[] timeStampReq) {
        try (Gate.Pass _ = gate.enter()) {
            return authority.respond(timeStampReq).response();
        }
    }

    /**
     * A timestamp over the imprint.
     *
     * @param policy the only one that is acceptable, in dotted form; empty for the authority's first one
     * @param certReq whether the token carries the authority's certificates
     * @throws FailureException {@code tsa-unavailable} if none can be had now
     */
    public TimestampToken issue(
            Digest messageImprint, Optional<String> policy, Optional<BigInteger> nonce, boolean certReq) {
        TimestampAnswer answer;
        try (Gate.Pass _ = gate.enter()) {
            answer = authority.respond(messageImprint, policy, nonce, certReq);
        }
        return switch (answer) {
            case TimestampAnswer.Issued issued -> issued.token();
            case TimestampAnswer.Rejected rejected -> throw new FailureException(failure(rejected.failInfo()));
        };
    }

    private static Failure failure(PkiFailure failInfo) {
        return switch (failInfo) {
            case SYSTEM_FAILURE, TIME_NOT_AVAILABLE -> Failure.of(FailureCode.TSA_UNAVAILABLE);
            case BAD_ALG,
                    BAD_REQUEST,
                    BAD_DATA_FORMAT,
                    UNACCEPTED_POLICY,
                    UNACCEPTED_EXTENSION,
                    ADD_INFO_NOT_AVAILABLE -> Failure.of(FailureCode.PARAMETER_INVALID, failInfo.name());
        };
    }
}
