package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Writes answers and errors, none of which may be stored on the way. Thread-safe. */
public final class CscAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(CscAnswers.class);

    private final CscErrors errors;

    public CscAnswers(CscErrors errors) {
        this.errors = errors;
    }

    public void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        byte[] octets = Json.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        noStore(response);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }

    public void sendNothing(HttpServletResponse response) {
        noStore(response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** @param what was asked, as it is logged: the name of a method, nothing from the request */
    public void fail(HttpServletResponse response, String what, RuntimeException thrown) throws IOException {
        if (thrown instanceof CscRefusal refusal) {
            log(what, refusal.error().error());
            send(response, refusal.error());
            return;
        }
        Failure failure = thrown instanceof FailureException known ? known.failure() : Failure.of(FailureCode.INTERNAL);
        if (failure.code() == FailureCode.INTERNAL) {
            LOG.error("{} answered {}", what, failure.code().code(), thrown);
        } else {
            log(what, failure.code().code());
        }
        Duration retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        send(response, errors.of(failure));
    }

    private static void log(String what, String code) {
        LOG.info("{} answered {}", what, code);
    }

    private void send(HttpServletResponse response, CscError error) throws IOException {
        if (error.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            // Source: RFC 6750 §3, RFC 6749 §5.2
            response.setHeader(
                    "WWW-Authenticate",
                    error.error().equals("invalid_client")
                            ? "Basic realm=\"csc\""
                            : "Bearer realm=\"csc\", error=\"invalid_token\"");
        }
        ObjectNode body = Json.shared().createObjectNode();
        body.put("error", error.error());
        body.put("error_description", error.description());
        send(response, error.status(), body);
    }

    public static void noStore(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Pragma", "no-cache");
    }
}
