package vn.lienthong.exchange.boundary.rest.direct;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.exchange.boundary.rest.RestApplication;
import vn.lienthong.exchange.boundary.rest.access.Admission;
import vn.lienthong.exchange.boundary.rest.problem.Answers;
import vn.lienthong.exchange.domain.account.Caller;

/**
 * Stands before JAX-RS, behind every other filter, and answers plain requests for {@link DirectOperation}s itself: admission,
 * operation and problems are those that JAX-RS would use, in the same order (docs/adr/0042). The container matches filters
 * of a servlet after those of a path, so the door and the request's id come first.
 *
 * <p>Source: Jakarta Servlet 6.0 §6.2.4.
 */
@WebFilter(servletNames = DirectFilter.JAX_RS, asyncSupported = true)
public final class DirectFilter implements Filter {
    /** The container names the servlet of JAX-RS by the application's class. */
    static final String JAX_RS = "vn.lienthong.exchange.boundary.rest.RestApplication";

    private final Map<String, Direct> operations;
    private final Admission admission;
    private final Answers answers;

    private record Direct(PlainRequest plain, DirectOperation operation) {}

    @Inject
    public DirectFilter(@Any Instance<DirectOperation> operations, Admission admission, Answers answers) {
        String api = RestApplication.class.getAnnotation(ApplicationPath.class).value();
        this.operations = operations.stream()
                .map(operation -> new Direct(PlainRequest.of(api, operation.resource()), operation))
                .collect(Collectors.toUnmodifiableMap(direct -> direct.plain().path(), Function.identity()));
        this.admission = admission;
        this.answers = answers;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer) {
            Direct direct = operations.get(asked.getRequestURI());
            if (direct != null && direct.plain().isMetBy(asked)) {
                answer(direct, asked, answer);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void answer(Direct direct, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Caller caller = admission.admit(
                    request,
                    request.getHeader(HttpHeaders.AUTHORIZATION),
                    direct.plain().roles());
            direct.operation().answer(caller, request, response);
        } catch (IOException | RuntimeException | Error e) {
            if (response.isCommitted()) {
                // the answer breaks off; the container closes the connection
                throw e;
            }
            answers.to(request, e).send(response);
        }
    }
}
