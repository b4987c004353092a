package vn.lienthong.exchange.domain.failure;

import java.util.List;

/**
 * One failure, ready to be rendered on any protocol.
 *
 * @param arguments what the code's message names, in its order: identifiers and numbers, never content or secrets
 * @param findings the single faults of a message, where there can be several
 */
public record Failure(FailureCode code, List<String> arguments, List<Finding> findings) {
    public Failure {
        arguments = List.copyOf(arguments);
        findings = List.copyOf(findings);
    }

    public static Failure of(FailureCode code, String... arguments) {
        return new Failure(code, List.of(arguments), List.of());
    }
}
