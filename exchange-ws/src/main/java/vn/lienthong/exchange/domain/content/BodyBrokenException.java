package vn.lienthong.exchange.domain.content;

import java.io.IOException;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** The body broke off before its end. See {@link ContentStore#stage}. */
public final class BodyBrokenException extends ContentException {
    private static final long serialVersionUID = 1L;

    public BodyBrokenException(IOException cause) {
        super(Failure.of(FailureCode.BODY_TRUNCATED), "the body broke off: " + cause.getMessage());
        initCause(cause);
    }
}
