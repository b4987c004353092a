package vn.lienthong.exchange.boundary.rest.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever is thrown where JAX-RS answers becomes a problem. */
@Provider
@Dependent
public class ErrorMapper implements ExceptionMapper<Throwable> {
    private final Answers answers;
    private final HttpServletRequest request;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public ErrorMapper() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    /** @param request the container's proxy of the request at hand */
    @Inject
    public ErrorMapper(Answers answers, HttpServletRequest request) {
        this.answers = answers;
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        return answers.to(request, thrown).toResponse();
    }
}
