package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * Whether a request says in one way only where its body ends. A server in front of this one that reads it otherwise would
 * take a part of the body for the next request, of somebody else. The container refuses most of it itself.
 *
 * <p>Source: RFC 9112 §6.1, §6.3.
 */
final class Framing {
    private Framing() {}

    static boolean isInDoubt(HttpServletRequest request) {
        List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
        if (encodings.isEmpty()) {
            return false;
        }
        return encodings.size() > 1
                || !"chunked".equalsIgnoreCase(encodings.getFirst().strip())
                || request.getHeader("Content-Length") != null
                || !"HTTP/1.1".equals(request.getProtocol());
    }
}
