package vn.lienthong.exchange.boundary.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Which failure an exception is: every one is some failure, and what is not known is {@code internal}. */
final class Failures {
    private Failures() {}

    static Failure of(Throwable thrown, String method, String contentType) {
        return switch (thrown) {
            case FailureException e -> e.failure();
            case WebApplicationException e -> ofStatus(e, method, contentType);
            case ContentException e -> e.failure();
            case IOException e when e.getCause() instanceof FailureException cause -> cause.failure();
            default -> Failure.of(FailureCode.INTERNAL);
        };
    }

    /** What the container itself refused, before or after the resource method. */
    private static Failure ofStatus(WebApplicationException e, String method, String contentType) {
        if (e.getCause() instanceof FailureException cause) {
            return cause.failure();
        }
        return switch (e.getResponse().getStatus()) {
            case 400 -> Failure.of(FailureCode.PARAMETER_INVALID);
            case 401 -> Failure.of(FailureCode.CREDENTIALS_INVALID);
            case 403 -> Failure.of(FailureCode.NOT_PERMITTED);
            // a query parameter that does not parse is a 404 too, with what its parser threw: Jakarta REST 3.1 §3.2
            case 404 -> Failure.of(e.getCause() == null ? FailureCode.NOT_FOUND : FailureCode.PARAMETER_INVALID);
            case 405 -> Failure.of(FailureCode.METHOD_NOT_ALLOWED, method);
            case 406 -> Failure.of(FailureCode.NOT_ACCEPTABLE);
            case 413 -> Failure.of(FailureCode.BODY_TOO_LARGE);
            case 415 -> Failure.of(FailureCode.MEDIA_TYPE_NOT_SUPPORTED, contentType);
            case 503 -> Failure.of(FailureCode.OVERLOADED);
            default -> Failure.of(FailureCode.INTERNAL);
        };
    }
}
