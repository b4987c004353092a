package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.boundary.csc.CscAnswers;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/**
 * A page of an official's own, signed in with the browser as on the page of authorisations. A form without the code of its
 * browser changes nothing.
 */
abstract class OfficialServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(OfficialServlet.class);

    private final transient SignIn signIn;
    private final transient FailureTexts texts;
    private final transient SecureRandom random = new SecureRandom();
    private final String path;
    private final transient Text title;

    OfficialServlet(SignIn signIn, FailureTexts texts, String path, Text title) {
        this.signIn = signIn;
        this.texts = texts;
        this.path = path;
        this.title = title;
    }

    /** What an official who is signed in gets. */
    abstract PageAnswer answer(OfficialCall call);

    /** Why this server has no such page; empty where it has. */
    Optional<Text> off() {
        return Optional.empty();
    }

    /** What of the page is looked at, a query with its {@code &} in front, or empty. */
    String subject(FormParameters query) {
        return "";
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
        Language language = AcceptLanguage.preferred(request.getHeader("Accept-Language"));
        try {
            FormParameters query = FormParameters.ofQuery(request);
            language = PageResponse.language(query, language);
            FormParameters form = post ? FormParameters.ofBody(request) : FormParameters.parse(null);
            PageAnswer answer = answer(BrowserCookie.of(request), query, form, post, language);
            answer.cookie().ifPresent(value -> BrowserCookie.set(request, response, value));
            if (answer.location().isPresent()) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", answer.location().get());
                return;
            }
            response.setStatus(answer.status());
            PageResponse.write(response, answer.page(), "", language);
        } catch (CscRefusal malformed) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            PageResponse.write(response, alone(language, PageTexts.FORM_STALE.in(language)), "", language);
        } catch (RuntimeException e) {
            LOG.error("{} answered {}", path, FailureCode.INTERNAL.code(), e);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            PageResponse.write(
                    response, alone(language, texts.detail(Failure.of(FailureCode.INTERNAL), language)), "", language);
        }
    }

    private PageAnswer answer(
            Optional<OpaqueToken> cookie, FormParameters query, FormParameters form, boolean post, Language language) {
        Optional<Text> off = off();
        if (off.isPresent()) {
            return PageAnswer.page(404, alone(language, off.get().in(language)), Optional.empty());
        }
        if (post
                && cookie.filter(browser -> BrowserCookie.sentThisForm(browser, form))
                        .isEmpty()) {
            // As on the page of authorisations: no cookie is set, for another site's form would sign the official out.
            String html = page(language, query, "", Optional.of(PageTexts.FORM_STALE.in(language)))
                    .again();
            return PageAnswer.page(HttpServletResponse.SC_FORBIDDEN, html, Optional.empty());
        }
        String action = form.find("action").orElse("");
        if (action.equals("sign-in")) {
            return signIn.signIn(
                            form.find("account").orElse(""),
                            new OpaqueToken(form.find("access_code").orElse("").strip()))
                    .flatMap(token -> signIn.official(token)
                            .map(official -> answer(new OfficialCall(
                                    official,
                                    token,
                                    Optional.of(token),
                                    query,
                                    FormParameters.parse(null),
                                    "",
                                    language))))
                    .orElseGet(() -> signInPage(language, query, Optional.of(PageTexts.SIGN_IN_FAILED.in(language))));
        }
        Optional<Caller> official = cookie.flatMap(signIn::official);
        if (official.isEmpty()) {
            return signInPage(language, query, Optional.empty());
        }
        if (action.equals("sign-out")) {
            signIn.signOut(cookie.get());
            return signInPage(language, query, Optional.empty());
        }
        return answer(new OfficialCall(official.get(), cookie.get(), Optional.empty(), query, form, action, language));
    }

    /** The page for whoever is signed in. */
    OfficialPage page(OfficialCall call, Optional<String> problem) {
        return page(call.language(), call.query(), BrowserCookie.formCode(call.browser()), problem);
    }

    private PageAnswer signInPage(Language language, FormParameters query, Optional<String> problem) {
        OpaqueToken fresh = OpaqueToken.random(random);
        String html =
                page(language, query, BrowserCookie.formCode(fresh), problem).signIn();
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, Optional.of(fresh));
    }

    private String alone(Language language, String text) {
        return page(language, FormParameters.parse(null), "", Optional.of(text)).alone();
    }

    private OfficialPage page(Language language, FormParameters query, String formCode, Optional<String> problem) {
        return new OfficialPage(language, path, title, subject(query), formCode, problem);
    }
}
