package vn.lienthong.exchange.domain.content;

import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** The body is not what its sender declared. See {@link ContentStore#stage}. */
public final class DigestMismatchException extends ContentException {
    private static final long serialVersionUID = 1L;

    public DigestMismatchException(Sha256Digest found) {
        super(
                Failure.of(FailureCode.BODY_DIGEST_MISMATCH, found.hex()),
                "the digest of the body is " + found + " and not the declared one");
    }
}
