package vn.lienthong.exchange.boundary.rest.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;

/** The one place where an exception becomes an answer: the caller gets a problem, the log one line, and no more. */
@Dependent
public class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Problems problems;

    @Inject
    public Answers(Problems problems) {
        this.problems = problems;
    }

    /** What the request is answered that ended in this; the log has its line. */
    public ProblemAnswer to(HttpServletRequest request, Throwable thrown) {
        Failure failure =
                Failures.of(thrown, request.getMethod(), Objects.requireNonNullElse(request.getContentType(), "-"));
        Language language = AcceptLanguage.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = problems.of(failure, language, RequestId.of(request));
        log(request, failure, problem, thrown);
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, AcceptLanguage.tag(language));
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryAfter() != null) {
            headers.put(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"lienthong\"");
        }
        if (failure.code() == FailureCode.BODY_TOO_LARGE) {
            // the body is not read, so the connection cannot go on behind it
            headers.put("Connection", "close");
        }
        if (thrown instanceof WebApplicationException e && e.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            headers.put(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return new ProblemAnswer(problem, headers);
    }

    /** Ids, numbers and codes; never bodies, header fields or tokens. */
    private static void log(HttpServletRequest request, Failure failure, Problem problem, Throwable thrown) {
        String line = (request.getMethod() + " " + request.getRequestURI() + " answered " + problem.code() + " "
                        + failure.arguments() + ", request " + problem.requestId())
                .replaceAll("\\p{Cntrl}", "?");
        if (failure.code() == FailureCode.INTERNAL || failure.code() == FailureCode.CONTENT_DAMAGED) {
            LOG.error(line, thrown);
        } else if (failure.code().retryable()) {
            LOG.warn(line);
        } else {
            LOG.debug(line);
        }
    }
}
