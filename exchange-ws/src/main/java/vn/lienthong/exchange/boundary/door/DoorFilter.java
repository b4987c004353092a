package vn.lienthong.exchange.boundary.door;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The one way in: whatever the protocol, bodies and answers pass under the door's watch. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class DoorFilter implements Filter {
    private final Door door;

    @Inject
    public DoorFilter(Door door) {
        this.door = door;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("only HTTP comes in here");
        }
        if (Framing.isInDoubt(http)) {
            answer.setHeader("Connection", "close");
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try (Visit visit = Visit.begin(door, http, answer)) {
            WatchedResponse watched = new WatchedResponse(answer, visit);
            chain.doFilter(new WatchedRequest(http, visit), watched);
            if (!visit.goesOn()) {
                watched.finish();
            }
        }
    }
}
