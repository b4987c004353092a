package vn.lienthong.exchange.boundary.rest.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;

/** The one place where an exception becomes an answer: the caller gets a problem, the log one line, and no more. */
@Provider
@Dependent
public class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    private final Problems problems;
    private final HttpServletRequest request;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ErrorMapper() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    /** @param request the container's proxy of the request at hand */
    @Inject
    public ErrorMapper(Problems problems, HttpServletRequest request) {
        this.problems = problems;
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Failure failure =
                Failures.of(thrown, request.getMethod(), Objects.requireNonNullElse(request.getContentType(), "-"));
        Language language = AcceptLanguage.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = problems.of(failure, language, RequestId.of(request));
        log(failure, problem, thrown);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, AcceptLanguage.tag(language))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
        }
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"lienthong\"");
        }
        if (failure.code() == FailureCode.BODY_TOO_LARGE) {
            // the body is not read, so the connection cannot go on behind it
            answer.header("Connection", "close");
        }
        if (thrown instanceof WebApplicationException e && e.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    /** Ids, numbers and codes; never bodies, header fields or tokens. */
    private void log(Failure failure, Problem problem, Throwable thrown) {
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
