package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.application.oauth.PushedRequests;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.boundary.csc.CscAnswers;
import vn.lienthong.exchange.boundary.csc.CscError;
import vn.lienthong.exchange.boundary.csc.CscErrors;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.signer.text.Language;

/**
 * Where applications send officials to. The request stays in the address of the page, and is read again with each form:
 * nothing is stored before an official has signed in.
 */
@WebServlet(name = "csc-authorize", urlPatterns = AuthorizePage.PATH)
public class AuthorizeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizeServlet.class);

    private final transient Clients clients;
    private final transient PushedRequests pushed;
    private final transient AuthorizeForms forms;
    private final transient CscErrors errors;

    @Inject
    public AuthorizeServlet(
            Clients clients, PushedRequests pushed, SignIn signIn, Consent consent, FailureTexts texts) {
        this.clients = clients;
        this.pushed = pushed;
        this.errors = new CscErrors(texts);
        this.forms = new AuthorizeForms(signIn, consent, texts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CscAnswers.noStore(response);
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        @Nullable Asked asked = null;
        Language language = AcceptLanguage.preferred(request.getHeader("Accept-Language"));
        try {
            FormParameters query = FormParameters.ofQuery(request);
            language = PageResponse.language(query, language);
            asked = asked(query);
            AuthorizationRequest parsed = AuthorizationRequests.parse(asked.client(), asked.parameters());
            FormParameters form = post ? FormParameters.ofBody(request) : FormParameters.parse(null);
            PageAnswer answer = forms.answer(request, new PageCall(parsed, query, form, post, language));
            if (answer.location().isPresent()) {
                query.find("request_uri").ifPresent(pushed::drop);
            }
            send(request, response, answer, parsed.redirectUri(), language);
        } catch (CscRefusal refusal) {
            refuse(response, asked, refusal.error(), language);
        } catch (FailureException failure) {
            LOG.info(
                    "csc/oauth2/authorize answered {}", failure.failure().code().code());
            refuse(response, asked, errors.of(failure.failure()), language);
        } catch (RuntimeException e) {
            LOG.error("csc/oauth2/authorize answered {}", FailureCode.INTERNAL.code(), e);
            refuse(response, asked, errors.of(Failure.of(FailureCode.INTERNAL)), language);
        }
    }

    /** Who asks, by which parameters, and where the official may be sent back to. */
    private record Asked(OAuthClient client, FormParameters parameters, RedirectTarget target) {}

    private Asked asked(FormParameters query) {
        String id = query.required("client_id");
        OAuthClient client =
                clients.find(id).orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter client_id"));
        Optional<String> uri = query.find("request_uri");
        FormParameters parameters = uri.isEmpty()
                ? query
                : pushed.find(id, uri.get())
                        .map(FormParameters::parse)
                        .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter request_uri"));
        return new Asked(client, parameters, AuthorizationRequests.target(client, parameters));
    }

    /** The application is told, if it is certain that it is the one that asks; else the official is. */
    private static void refuse(HttpServletResponse response, @Nullable Asked asked, CscError error, Language language)
            throws IOException {
        if (asked != null) {
            String code = error.error().equals("invalid_token") ? "access_denied" : error.error();
            redirect(response, asked.target().error(code, error.description()));
            return;
        }
        AuthorizePage page = new AuthorizePage(language, FormParameters.parse(null), "", Optional.empty());
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        PageResponse.write(response, page.error(PageTexts.BAD_REQUEST), "", language);
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            PageAnswer answer,
            String redirectUri,
            Language language)
            throws IOException {
        answer.cookie().ifPresent(value -> BrowserCookie.set(request, response, value));
        if (answer.location().isPresent()) {
            redirect(response, answer.location().get());
            return;
        }
        response.setStatus(answer.status());
        PageResponse.write(response, answer.page(), RedirectTarget.origin(redirectUri), language);
    }

    /** 303, so that no browser sends the form on to the application. Source: RFC 9700 §4.12. */
    private static void redirect(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
