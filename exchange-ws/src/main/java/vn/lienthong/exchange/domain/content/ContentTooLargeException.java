package vn.lienthong.exchange.domain.content;

import java.io.IOException;

/** See {@link ContentStore}. */
public final class ContentTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public ContentTooLargeException(long limit) {
        super("the body is longer than the limit of " + limit + " octets");
    }
}
