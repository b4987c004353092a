package vn.lienthong.exchange.boundary.vxp;

import java.util.Optional;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * A request whose caller is known. Parameters come from what was signed, so that nobody on the way can take one off,
 * and a header that says something else, or that was not signed, is refused.
 */
record SignedRequest(Caller caller, SignedHeader signed, XroadHeaders headers) {

    /**
     * The parameter's value, empty when the client gave none or an empty one.
     *
     * @throws FailureException with {@code header-not-signed} if the header and the signature disagree
     */
    Optional<String> optional(String name) {
        Optional<String> sent = headers.text(name);
        Optional<String> value = signed.value(name);
        if (sent.isPresent() && !sent.equals(value)) {
            throw new FailureException(Failure.of(FailureCode.HEADER_NOT_SIGNED, XroadHeaders.PREFIX + name));
        }
        return value.filter(text -> !text.isEmpty());
    }

    /** @throws FailureException with {@code parameter-missing} too */
    String required(String name) {
        return optional(name).orElseThrow(() -> refused(FailureCode.PARAMETER_MISSING, name));
    }

    /** To be thrown when a parameter's value cannot be understood. */
    static FailureException invalid(String name) {
        return refused(FailureCode.PARAMETER_INVALID, name);
    }

    private static FailureException refused(FailureCode code, String name) {
        return new FailureException(Failure.of(code, name));
    }
}
