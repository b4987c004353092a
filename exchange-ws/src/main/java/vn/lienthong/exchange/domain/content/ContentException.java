package vn.lienthong.exchange.domain.content;

import java.io.IOException;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** What can go wrong with a document's octets, each with the failure that a caller is told. */
public abstract sealed class ContentException extends IOException
        permits BodyBrokenException,
                ContentDamagedException,
                ContentMissingException,
                ContentTooLargeException,
                DigestMismatchException,
                StorageFullException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    protected ContentException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /** The failure that this exception is; one that is not of the store's own means that the disk fails. */
    public static Failure failureOf(IOException exception) {
        return exception instanceof ContentException known
                ? known.failure()
                : Failure.of(FailureCode.STORAGE_UNAVAILABLE);
    }
}
