package vn.lienthong.exchange.application.twostep;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.sign.twostep.TwoStepRefusal;

/** Which failure each refusal of the second step is. */
final class TwoStepFailures {
    private TwoStepFailures() {}

    static Failure of(TwoStepRefusal reason) {
        return switch (reason) {
            case CONTINUATION_FOREIGN -> Failure.of(FailureCode.CONTINUATION_INVALID);
            case CONTINUATION_EXPIRED -> Failure.of(FailureCode.CONTINUATION_EXPIRED);
            case OTHER_CERTIFICATE, OTHER_REQUEST -> Failure.of(FailureCode.PREPARED_OTHERWISE, reason.name());
            case OTHER_DOCUMENTS -> Failure.of(FailureCode.DOCUMENTS_NOT_PREPARED);
            case WRONG_SIGNATURE -> Failure.of(FailureCode.SIGNATURE_VALUE_WRONG);
        };
    }
}
