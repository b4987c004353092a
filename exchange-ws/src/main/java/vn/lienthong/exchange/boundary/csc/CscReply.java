package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** What a method answers where nothing is wrong: most of them at once, and with a body. */
record CscReply(int status, @Nullable ObjectNode body) {
    static CscReply ok(ObjectNode body) {
        return new CscReply(HttpServletResponse.SC_OK, body);
    }

    /** It is not done yet. */
    static CscReply accepted(ObjectNode body) {
        return new CscReply(HttpServletResponse.SC_ACCEPTED, body);
    }

    static CscReply nothing() {
        return new CscReply(HttpServletResponse.SC_NO_CONTENT, null);
    }
}
