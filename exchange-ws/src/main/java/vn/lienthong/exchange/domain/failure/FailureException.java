package vn.lienthong.exchange.domain.failure;

/** Carries a {@link Failure} to the boundary where no caller in between can decide about it. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.code().code() + " " + failure.arguments());
        this.failure = failure;
    }

    public FailureException(Failure failure, Throwable cause) {
        super(failure.code().code() + " " + failure.arguments(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
