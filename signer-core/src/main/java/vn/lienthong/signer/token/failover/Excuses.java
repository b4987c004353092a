package vn.lienthong.signer.token.failover;

import java.util.List;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/** What places answer in place of a signature, and what the caller is told in the end. */
final class Excuses {
    /** The more a reason says about the key itself, the later; a place that does not have the key says nothing about it. */
    private static final List<RefusalReason> GRAVITY = List.of(
            RefusalReason.KEY_UNKNOWN,
            RefusalReason.SCHEME_NOT_SUPPORTED,
            RefusalReason.KEY_FUNCTION_NOT_PERMITTED,
            RefusalReason.PIN_REFUSED,
            RefusalReason.DIGEST_MISMATCH);

    private Excuses() {}

    /** Whether another place may answer otherwise. A wrong digest is wrong everywhere. */
    static boolean letsOthersTry(SigningOutcome outcome) {
        return switch (outcome) {
            case Signed _ -> false;
            case TokenDown _ -> true;
            case Refused refused -> refused.reason() != RefusalReason.DIGEST_MISMATCH;
        };
    }

    /** Whether the place answers the same for this key and scheme the next time: not worth asking it first. */
    static boolean lasts(SigningOutcome outcome) {
        return outcome instanceof Refused refused
                && (refused.reason() == RefusalReason.KEY_UNKNOWN
                        || refused.reason() == RefusalReason.SCHEME_NOT_SUPPORTED);
    }

    /** The one of two that the caller is told: a place that may sign later before any that refuses. */
    static SigningOutcome graver(SigningOutcome one, SigningOutcome other) {
        if (one instanceof TokenDown first) {
            return other instanceof TokenDown second && second.retryAfter().compareTo(first.retryAfter()) < 0
                    ? second
                    : first;
        }
        if (one instanceof Refused first && other instanceof Refused second) {
            return GRAVITY.indexOf(first.reason()) >= GRAVITY.indexOf(second.reason()) ? first : second;
        }
        return other;
    }
}
