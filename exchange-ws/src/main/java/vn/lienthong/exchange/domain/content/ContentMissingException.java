package vn.lienthong.exchange.domain.content;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** Nothing is stored under a digest that a record names. See {@link ContentStore#open}. */
public final class ContentMissingException extends ContentException {
    private static final long serialVersionUID = 1L;

    public ContentMissingException(ContentRef ref) {
        super(Failure.of(FailureCode.CONTENT_DAMAGED), "nothing is stored under " + ref.digest());
    }
}
