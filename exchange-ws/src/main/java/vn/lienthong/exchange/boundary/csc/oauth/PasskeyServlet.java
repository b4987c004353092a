package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.boundary.csc.CscAnswers;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAttestation;
import vn.lienthong.signer.text.Language;

/** Where officials add and remove passkeys, signed in with the browser as on the page of authorisations. */
@WebServlet(name = "csc-passkeys", urlPatterns = PasskeyPage.PATH)
public class PasskeyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyServlet.class);
    private static final int LONGEST_LABEL = 100;

    private final transient SignIn signIn;
    private final transient Passkeys passkeys;
    private final transient FailureTexts texts;
    private final transient SecureRandom random = new SecureRandom();

    @Inject
    public PasskeyServlet(SignIn signIn, Passkeys passkeys, FailureTexts texts) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.texts = texts;
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
            language = PageResponse.language(FormParameters.ofQuery(request), language);
            FormParameters form = post ? FormParameters.ofBody(request) : FormParameters.parse(null);
            PageAnswer answer = answer(request, form, post, language);
            answer.cookie().ifPresent(value -> BrowserCookie.set(request, response, value));
            response.setStatus(answer.status());
            PageResponse.write(response, answer.page(), "", language);
        } catch (CscRefusal malformed) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            PageResponse.write(response, alone(language, PageTexts.FORM_STALE.in(language)), "", language);
        } catch (RuntimeException e) {
            LOG.error("csc/oauth2/passkeys answered {}", FailureCode.INTERNAL.code(), e);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            PageResponse.write(
                    response, alone(language, texts.detail(Failure.of(FailureCode.INTERNAL), language)), "", language);
        }
    }

    private PageAnswer answer(HttpServletRequest request, FormParameters form, boolean post, Language language) {
        if (passkeys.relyingParty().isEmpty()) {
            return PageAnswer.page(404, alone(language, PasskeyTexts.OFF.in(language)), Optional.empty());
        }
        Optional<OpaqueToken> cookie = BrowserCookie.of(request);
        if (post
                && cookie.filter(browser -> BrowserCookie.sentThisForm(browser, form))
                        .isEmpty()) {
            // As on the page of authorisations: no cookie is set, for another site's form would sign the official out.
            String html = new PasskeyPage(language, "", problem(PageTexts.FORM_STALE.in(language))).again();
            return PageAnswer.page(HttpServletResponse.SC_FORBIDDEN, html, Optional.empty());
        }
        String action = form.find("action").orElse("");
        if (action.equals("sign-in")) {
            return signIn.signIn(
                            form.find("account").orElse(""),
                            new OpaqueToken(form.find("access_code").orElse("").strip()))
                    .flatMap(token -> signIn.official(token)
                            .map(official -> page(language, token, official, Optional.of(token), Optional.empty())))
                    .orElseGet(() -> signInPage(language, problem(PageTexts.SIGN_IN_FAILED.in(language))));
        }
        Optional<Caller> official = cookie.flatMap(signIn::official);
        if (official.isEmpty()) {
            return signInPage(language, Optional.empty());
        }
        if (action.equals("sign-out")) {
            signIn.signOut(cookie.get());
            return signInPage(language, Optional.empty());
        }
        Optional<String> problem = change(action, form, official.get(), language);
        return page(language, cookie.get(), official.get(), Optional.empty(), problem);
    }

    /** What went wrong, if anything did. */
    private Optional<String> change(String action, FormParameters form, Caller official, Language language) {
        try {
            switch (action) {
                case "remove" ->
                    passkeys.remove(official, form.find("passkey_id").orElse(""));
                case "add" -> {
                    Optional<PasskeyAttestation> attestation = PasskeyAttestation.of(
                            form.find("passkey_nonce").orElse(""),
                            form.find("passkey_client_data").orElse(""),
                            form.find("passkey_attestation").orElse(""));
                    if (attestation.isEmpty()) {
                        return problem(PasskeyTexts.PROBLEM.in(language));
                    }
                    passkeys.enrol(
                            official,
                            label(form),
                            GivenFactors.of(
                                    form.find("pin").orElse(""),
                                    form.find("otp").orElse("")),
                            attestation.get());
                }
                default -> {
                    // The page is asked for, and nothing is changed.
                }
            }
            return Optional.empty();
        } catch (FailureException e) {
            LOG.info("csc/oauth2/passkeys answered {}", e.failure().code().code());
            return problem(texts.detail(e.failure(), language));
        }
    }

    private static String label(FormParameters form) {
        String label = form.find("label").orElse("").strip();
        if (label.isEmpty()) {
            return "passkey";
        }
        int longest = Math.min(label.codePointCount(0, label.length()), LONGEST_LABEL);
        return label.substring(0, label.offsetByCodePoints(0, longest));
    }

    private PageAnswer page(
            Language language,
            OpaqueToken browser,
            Caller official,
            Optional<OpaqueToken> newCookie,
            Optional<String> problem) {
        List<Passkey> known = passkeys.of(official);
        PasskeyPrompt prompt = PasskeyPrompt.of(
                passkeys.relyingParty(), Passkeys.enrolment(official), passkeys.nonce(official), known);
        String html = new PasskeyPage(language, BrowserCookie.formCode(browser), problem)
                .passkeys(official.name(), known, prompt);
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, newCookie);
    }

    private PageAnswer signInPage(Language language, Optional<String> problem) {
        OpaqueToken fresh = OpaqueToken.random(random);
        String html = new PasskeyPage(language, BrowserCookie.formCode(fresh), problem).signIn();
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, Optional.of(fresh));
    }

    private static String alone(Language language, String text) {
        return new PasskeyPage(language, "", problem(text)).alone();
    }

    private static Optional<String> problem(String text) {
        return Optional.of(text);
    }
}
