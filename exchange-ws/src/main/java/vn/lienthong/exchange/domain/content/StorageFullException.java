package vn.lienthong.exchange.domain.content;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** No room is left where documents are stored; nothing of the body was kept. See {@link ContentStore}. */
public final class StorageFullException extends ContentException {
    private static final long serialVersionUID = 1L;

    public StorageFullException(String detail) {
        super(Failure.of(FailureCode.STORAGE_FULL), detail);
    }
}
