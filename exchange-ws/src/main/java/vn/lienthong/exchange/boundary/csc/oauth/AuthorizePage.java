package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Optional;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/**
 * The pages on which an official signs in, lets an application in, and authorises signatures: plain forms without
 * scripts, which keyboards and screen readers get through in order. Pure functions.
 *
 * @param query of this page, for its form and its language link
 * @param formCode that ties the form to the browser
 * @param problem what went wrong with what was sent before
 */
record AuthorizePage(Language language, FormParameters query, String formCode, Optional<String> problem) {
    static final String PATH = "/csc/v2/oauth2/authorize";

    String signIn(AuthorizationRequest request) {
        Html page = begin(PageTexts.SIGN_IN);
        asker(page, request);
        frame().signIn(page);
        page.button("deny", PageTexts.DENY, " class=\"second\" formnovalidate").raw("</p>\n</form>\n");
        return PageFrame.end(page);
    }

    String service(AuthorizationRequest request, String account) {
        Html page = begin(PageTexts.SERVICE);
        asker(page, request);
        PageFrame.signedIn(page, account);
        page.raw("<p>").text(PageTexts.SERVICE_MEANS).raw("</p>\n");
        frame().form(page);
        page.raw("<p>").button("allow", PageTexts.ALLOW, " autofocus");
        page.button("deny", PageTexts.DENY, " class=\"second\"");
        page.button("sign-out", PageTexts.SIGN_OUT, " class=\"second\"").raw("</p>\n</form>\n");
        return PageFrame.end(page);
    }

    /** @param prompt what authenticators are asked, where the official has any */
    String signatures(
            AuthorizationRequest request, SignatureWish wish, Credential credential, Optional<PasskeyPrompt> prompt) {
        Html page = begin(PageTexts.AUTHORIZE);
        asker(page, request);
        PageFrame.signedIn(page, credential.official().name());
        SignaturesPart.show(page, credential, request.description(), wish, request.labels());
        frame().form(page);
        SignaturesPart.authorise(page, prompt);
        page.raw("</form>\n");
        PageFrame.links(page, language, PATH);
        return PageFrame.end(prompt.isPresent() ? page.raw(PasskeyPrompt.SCRIPT) : page);
    }

    /** The problem, and the way back to the page as it is asked for. */
    String again() {
        return PageFrame.again(begin(PageTexts.ERROR), PATH + "?" + query.encoded());
    }

    /** For what cannot be told to the application. */
    String error(Text what) {
        Html page = begin(PageTexts.ERROR);
        page.raw("<p>").text(what).raw("</p>\n");
        return PageFrame.end(page);
    }

    private Html begin(Text heading) {
        return frame().begin(heading);
    }

    private PageFrame frame() {
        return new PageFrame(
                language,
                PATH + "?" + query.encoded(),
                PATH + "?" + query.with("lang", PageFrame.other(language)).encoded(),
                formCode,
                problem);
    }

    private static void asker(Html page, AuthorizationRequest request) {
        page.raw("<p>")
                .text(PageTexts.ASKED_BY)
                .raw(": <strong>")
                .text(request.client().name())
                .raw("</strong> (")
                .text(RedirectTarget.origin(request.redirectUri()))
                .raw(")</p>\n");
    }
}
