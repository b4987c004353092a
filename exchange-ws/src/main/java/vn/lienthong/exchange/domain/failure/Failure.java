package vn.lienthong.exchange.domain.failure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One failure, ready to be rendered on any protocol.
 *
 * @param arguments what the code's message names, in its order: identifiers and numbers, never content or secrets
 * @param findings the single faults of a message, where there can be several
 * @param retryAfter the earliest time from now at which another try makes sense, where that is known
 */
public record Failure(
        FailureCode code,
        List<String> arguments,
        List<Finding> findings,
        @Nullable Duration retryAfter) {
    public Failure {
        arguments = List.copyOf(arguments);
        findings = List.copyOf(findings);
    }

    public Failure(FailureCode code, List<String> arguments, List<Finding> findings) {
        this(code, arguments, findings, null);
    }

    public static Failure of(FailureCode code, String... arguments) {
        return new Failure(code, List.of(arguments), List.of());
    }

    public static Failure retryLater(FailureCode code, Duration retryAfter) {
        return new Failure(code, List.of(), List.of(), retryAfter);
    }
}
