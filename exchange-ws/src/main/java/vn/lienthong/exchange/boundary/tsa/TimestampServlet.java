package vn.lienthong.exchange.boundary.tsa;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import vn.lienthong.exchange.application.signing.IssueTimestamp;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * The time-stamping authority for any client, without authentication. What a request has wrong is said in a TimeStampResp
 * with HTTP 200; other statuses mean that no such answer could be made.
 *
 * <p>Source: RFC 3161 §3.4.
 */
@WebServlet(urlPatterns = "/tsa", name = "tsa")
public class TimestampServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String QUERY = "application/timestamp-query";
    static final String REPLY = "application/timestamp-reply";
    /** A request with every field set has under 300 octets. */
    static final int LARGEST_QUERY = 64 * 1024;

    private final transient IssueTimestamp timestamps;

    @Inject
    public TimestampServlet(IssueTimestamp timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isQuery(request.getContentType())) {
            response.setHeader("Accept-Post", QUERY);
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (request.getContentLengthLong() > LARGEST_QUERY) {
            refuseUnread(response);
            return;
        }
        byte[] reply;
        try {
            byte[] query = request.getInputStream().readNBytes(LARGEST_QUERY + 1);
            if (query.length > LARGEST_QUERY) {
                refuseUnread(response);
                return;
            }
            reply = timestamps.respond(query).toArray();
        } catch (FailureException busyOrTooSlow) {
            response.setHeader("Retry-After", "2");
            response.setStatus(busyOrTooSlow.failure().code().httpStatus());
            return;
        }
        response.setContentType(REPLY);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(reply.length);
        response.getOutputStream().write(reply);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", "POST, OPTIONS");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** What is not read leaves no connection to go on with. */
    private static void refuseUnread(HttpServletResponse response) {
        response.setHeader("Connection", "close");
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    private static boolean isQuery(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(QUERY);
    }
}
