package vn.lienthong.exchange.boundary.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.rest.problem.Problem;
import vn.lienthong.exchange.boundary.rest.problem.Problems;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;

/**
 * Answers for addresses and methods that nothing serves: a browser gets a page that leads on, a program a problem
 * (RFC 9457). Called by the container alone, see {@code web.xml}; asked for by its own address, it is not found either.
 */
@WebServlet(name = "not-served", urlPatterns = "/not-served")
public class NotServedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** How much of an address is repeated, in characters. */
    private static final int LONGEST = 200;

    private final transient Problems problems;

    @Inject
    public NotServedServlet(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        boolean method =
                Integer.valueOf(HttpServletResponse.SC_METHOD_NOT_ALLOWED).equals(status);
        Failure failure = method
                ? Failure.of(FailureCode.METHOD_NOT_ALLOWED, request.getMethod())
                : Failure.of(FailureCode.NOT_FOUND, shortened(address(request)));
        Language language = AcceptLanguage.preferred(request.getHeader("Accept-Language"));
        Problem problem = problems.of(failure, language, RequestId.of(request));
        String accepted = request.getHeader("Accept");
        boolean browser = accepted != null && accepted.contains("text/html");
        byte[] body = browser
                ? NotServedPage.render(problem, language).getBytes(StandardCharsets.UTF_8)
                : Json.shared().writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(browser ? "text/html;charset=UTF-8" : Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", AcceptLanguage.tag(language));
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static String shortened(String address) {
        return address.length() <= LONGEST ? address : address.substring(0, LONGEST) + "…";
    }
}
