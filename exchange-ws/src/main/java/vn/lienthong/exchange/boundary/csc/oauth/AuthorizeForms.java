package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Optional;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;

/** What each form of the pages leads to. A form without the code of its browser leads back to the page. */
final class AuthorizeForms {
    private final SignIn signIn;
    private final Consent consent;
    private final FailureTexts texts;
    private final SecureRandom random = new SecureRandom();

    AuthorizeForms(SignIn signIn, Consent consent, FailureTexts texts) {
        this.signIn = signIn;
        this.consent = consent;
        this.texts = texts;
    }

    PageAnswer answer(HttpServletRequest http, PageCall call) {
        Optional<OpaqueToken> cookie = BrowserCookie.of(http);
        if (cookie.isEmpty()) {
            return call.post() ? stalePage(call) : signInPage(call, Optional.empty());
        }
        OpaqueToken browser = cookie.get();
        Optional<Caller> official = signIn.official(browser);
        if (!call.post()) {
            return official.map(known -> consentPage(call, browser, known, Optional.empty()))
                    .orElseGet(() -> signInPage(call, Optional.empty()));
        }
        if (!BrowserCookie.sentThisForm(browser, call.form())) {
            return stalePage(call);
        }
        return switch (call.form().find("action").orElse("")) {
            case "deny" ->
                PageAnswer.to(target(call).error("access_denied", "The user denied the request"), Optional.empty());
            case "sign-in" -> signIn(call);
            case "sign-out" -> {
                signIn.signOut(browser);
                yield signInPage(call, Optional.empty());
            }
            case "allow" ->
                official.map(known -> allow(call, browser, known))
                        .orElseGet(() -> signInPage(call, Optional.of(PageTexts.FORM_STALE.in(call.language()))));
            default -> signInPage(call, Optional.of(PageTexts.FORM_STALE.in(call.language())));
        };
    }

    private PageAnswer signIn(PageCall call) {
        Optional<OpaqueToken> session = signIn.signIn(
                call.form().find("account").orElse(""),
                new OpaqueToken(call.form().find("access_code").orElse("").strip()));
        return session.flatMap(token ->
                        signIn.official(token).map(official -> consentPage(call, token, official, Optional.of(token))))
                .orElseGet(() -> signInPage(call, Optional.of(PageTexts.SIGN_IN_FAILED.in(call.language()))));
    }

    private PageAnswer allow(PageCall call, OpaqueToken browser, Caller official) {
        AuthorizationRequest request = call.request();
        if (request.wish().isEmpty()) {
            return PageAnswer.to(
                    target(call).code(consent.service(official, request).value()), Optional.empty());
        }
        GivenFactors given = SignaturesPart.given(call.form());
        try {
            OpaqueToken code =
                    consent.signatures(official, request, request.wish().get(), given);
            return PageAnswer.to(target(call).code(code.value()), Optional.empty());
        } catch (FailureException e) {
            if (!isTheOfficialsToCorrect(e.failure())) {
                throw e;
            }
            return consentPage(call, browser, official, Optional.empty(), Optional.of(e.failure()));
        }
    }

    private static boolean isTheOfficialsToCorrect(Failure failure) {
        return failure.code() == FailureCode.AUTHENTICATION_DATA_INVALID
                || failure.code() == FailureCode.CREDENTIAL_LOCKED
                || failure.code() == FailureCode.OVERLOADED;
    }

    private PageAnswer consentPage(
            PageCall call, OpaqueToken browser, Caller official, Optional<OpaqueToken> newCookie) {
        return consentPage(call, browser, official, newCookie, Optional.empty());
    }

    private PageAnswer consentPage(
            PageCall call,
            OpaqueToken browser,
            Caller official,
            Optional<OpaqueToken> newCookie,
            Optional<Failure> failure) {
        AuthorizePage page = new AuthorizePage(
                call.language(),
                call.query(),
                BrowserCookie.formCode(browser),
                failure.map(known -> texts.detail(known, call.language())));
        AuthorizationRequest request = call.request();
        String html = request.wish()
                .map(wish -> page.signatures(
                        request,
                        wish,
                        consent.credential(official, wish),
                        consent.prompt(official, request.client().id(), wish)))
                .orElseGet(() -> page.service(request, official.name()));
        return PageAnswer.page(
                failure.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_OK, html, newCookie);
    }

    /**
     * A form that is not this browser's changes nothing, and no cookie: browsers send none along with the form of another
     * site, which could sign an official out by the new one.
     */
    private static PageAnswer stalePage(PageCall call) {
        AuthorizePage page = new AuthorizePage(
                call.language(), call.query(), "", Optional.of(PageTexts.FORM_STALE.in(call.language())));
        return PageAnswer.page(HttpServletResponse.SC_FORBIDDEN, page.again(), Optional.empty());
    }

    /** With a new cookie each time: what a form of before carried is worth nothing. */
    private PageAnswer signInPage(PageCall call, Optional<String> problem) {
        OpaqueToken fresh = OpaqueToken.random(random);
        AuthorizePage page = new AuthorizePage(call.language(), call.query(), BrowserCookie.formCode(fresh), problem);
        int status = problem.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_OK;
        return PageAnswer.page(status, page.signIn(call.request()), Optional.of(fresh));
    }

    private static RedirectTarget target(PageCall call) {
        return new RedirectTarget(call.request().redirectUri(), call.request().state());
    }
}
