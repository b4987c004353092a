package vn.lienthong.exchange.boundary.rest.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.lienthong.exchange.boundary.rest.json.Json;

/**
 * The answer that says a failure, as either kind of answer the container knows.
 *
 * @param headers all but its media type, which is always {@link Problem#MEDIA_TYPE}
 */
public record ProblemAnswer(Problem problem, Map<String, String> headers) {
    public ProblemAnswer {
        headers = Map.copyOf(headers);
    }

    Response toResponse() {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        headers.forEach(answer::header);
        return answer.build();
    }

    /** The answer, of which nothing was sent yet, is this one. */
    public void send(HttpServletResponse answer) throws IOException {
        byte[] body = Json.shared().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        answer.resetBuffer();
        answer.setStatus(problem.status());
        answer.setHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.forEach(answer::setHeader);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
