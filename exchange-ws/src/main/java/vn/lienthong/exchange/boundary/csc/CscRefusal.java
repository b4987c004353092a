package vn.lienthong.exchange.boundary.csc;

/** A request that is wrong in itself, on its way to {@link CscAnswers}. */
public final class CscRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CscError error;

    public CscRefusal(CscError error) {
        super(error.error() + ": " + error.description());
        this.error = error;
    }

    public static CscRefusal invalidRequest(String description) {
        return new CscRefusal(CscError.invalidRequest(description));
    }

    public CscError error() {
        return error;
    }
}
