package vn.lienthong.exchange.domain.content;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** The body is longer than is accepted. See {@link ContentStore#stage}. */
public final class ContentTooLargeException extends ContentException {
    private static final long serialVersionUID = 1L;

    public ContentTooLargeException(long limit) {
        super(
                Failure.of(FailureCode.BODY_TOO_LARGE, Long.toString(limit)),
                "the body is longer than the limit of " + limit + " octets");
    }
}
