package vn.lienthong.exchange.domain.content;

import java.io.IOException;

/** See {@link ContentStore}. */
public final class ContentMissingException extends IOException {
    private static final long serialVersionUID = 1L;

    public ContentMissingException(ContentRef ref) {
        super("nothing is stored under " + ref.digest() + "");
    }
}
