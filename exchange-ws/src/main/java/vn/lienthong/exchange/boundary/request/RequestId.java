package vn.lienthong.exchange.boundary.request;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The name of one request in answers, logs and audit entries.
 *
 * @param value 8 to 64 of {@code A-Z a-z 0-9 . _ -}: nothing that could forge a line of a log
 */
public record RequestId(String value) {
    /** Both ways: a caller may bring its own. */
    public static final String HEADER = "X-Request-Id";

    /** Under which name log lines carry it. */
    static final String MDC_KEY = "requestId";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final String ATTRIBUTE = RequestId.class.getName();

    public RequestId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a request id is 8 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    private static boolean isWellFormed(String value) {
        return value.length() >= SHORTEST
                && value.length() <= LONGEST
                && value.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '.'
                                || c == '_'
                                || c == '-');
    }

    /** The caller's id if it is well-formed, or a new one of 128 random bits. */
    public static RequestId takenOrNew(@Nullable String offered, RandomGenerator random) {
        if (offered != null && isWellFormed(offered)) {
            return new RequestId(offered);
        }
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return new RequestId(HexFormat.of().formatHex(bits));
    }

    /** The id that {@link CorrelationFilter} gave this request. */
    public static RequestId of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestId id ? id : new RequestId("not-correlated");
    }

    /** The id of the request that this thread works for, or {@code background} for work of the server's own. */
    public static String current() {
        return Objects.requireNonNullElse(MDC.get(MDC_KEY), "background");
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    @Override
    public String toString() {
        return value;
    }
}
