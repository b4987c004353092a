package vn.lienthong.exchange.boundary.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.lienthong.exchange.application.readiness.Readiness;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.signer.text.Language;

/** Shows {@link StatusPage} at the root of the site. */
@WebServlet(
        name = "status",
        urlPatterns = {"", "/status"})
public class StatusServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    @Inject
    public StatusServlet(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = AcceptLanguage.preferred(request.getHeader("Accept-Language"));
        byte[] page = StatusPage.render(readiness.conditions(), readiness.concerns(), language)
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", AcceptLanguage.tag(language));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
