package vn.lienthong.exchange.boundary.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** Each request has an id, in its answer and in every line that is logged for it; each answer has safe headers. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class CorrelationFilter implements Filter {
    /** An answer is never guessed to be of another type, framed, or followed by scripts and styles from elsewhere. */
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");

    private static final String POLICY = "Content-Security-Policy";

    /** What programs read shows nothing, whoever gets a browser to open it. */
    private static final String POLICY_OF_ANSWERS = "default-src 'none'; frame-ancestors 'none'";

    private static final String POLICY_OF_PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Pattern ANSWERS = Pattern.compile("/(api|soap|tsa|XrdAdapter|VXPAdapter)(/.*)?");

    private final RandomGenerator random;

    public CorrelationFilter() {
        this(new SecureRandom());
    }

    CorrelationFilter(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        RequestId id = RequestId.takenOrNew(http.getHeader(RequestId.HEADER), random);
        id.attachTo(request);
        answer.setHeader(RequestId.HEADER, id.value());
        HEADERS.forEach(answer::setHeader);
        boolean forPrograms = ANSWERS.matcher(http.getServletPath()).matches() || !isRead(http.getMethod());
        answer.setHeader(POLICY, forPrograms ? POLICY_OF_ANSWERS : POLICY_OF_PAGES);
        MDC.put(RequestId.MDC_KEY, id.value());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(RequestId.MDC_KEY);
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
