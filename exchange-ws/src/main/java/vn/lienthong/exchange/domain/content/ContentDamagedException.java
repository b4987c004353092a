package vn.lienthong.exchange.domain.content;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** The disk gives back other octets than were stored. See {@link ContentStore#open}. */
public final class ContentDamagedException extends ContentException {
    private static final long serialVersionUID = 1L;

    public ContentDamagedException(ContentRef ref) {
        super(Failure.of(FailureCode.CONTENT_DAMAGED), "the octets stored under " + ref.digest() + " have changed");
    }
}
