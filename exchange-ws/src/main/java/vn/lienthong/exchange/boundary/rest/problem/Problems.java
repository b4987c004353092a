package vn.lienthong.exchange.boundary.rest.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.boundary.rest.problem.Problem.ProblemFinding;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;

/** Says failures as problem details. */
@Dependent
public class Problems {
    private final FailureTexts texts;

    @Inject
    public Problems(FailureTexts texts) {
        this.texts = texts;
    }

    /** The problem names the code, the texts in that language and when to try again. */
    public Problem of(Failure failure, Language language, RequestId requestId) {
        FailureCode code = failure.code();
        Duration wait = retryAfter(failure);
        return new Problem(
                "urn:lienthong:problem:" + code.code(),
                texts.title(code, language),
                code.httpStatus(),
                texts.detail(failure, language),
                code.code(),
                code.retryable(),
                wait == null ? null : wholeSeconds(wait),
                requestId.value(),
                failure.findings().stream()
                        .map(f -> new ProblemFinding(f.code(), f.detail()))
                        .toList());
    }

    private static @Nullable Duration retryAfter(Failure failure) {
        Duration known = failure.retryAfter();
        if (known != null || !failure.code().retryable()) {
            return known;
        }
        return switch (failure.code()) {
            // evidence is sealed every short while; a busy server is free again soon
            case EVIDENCE_PENDING, OVERLOADED, RATE_LIMITED -> Duration.ofSeconds(2);
            // somebody has to make room
            case STORAGE_FULL -> Duration.ofMinutes(5);
            default -> Duration.ofSeconds(10);
        };
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
