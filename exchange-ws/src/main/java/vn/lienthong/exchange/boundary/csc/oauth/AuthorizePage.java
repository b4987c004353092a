package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.text.CertificateNames;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
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
        page.raw("<p>").text(PageTexts.CERTIFICATE).raw(": <strong>");
        page.text(CertificateNames.of(credential.key().certificate().getSubjectX500Principal()))
                .raw("</strong></p>\n");
        request.description()
                .ifPresent(text -> page.raw("<blockquote>").text(text).raw("</blockquote>\n"));
        page.raw("<p>").text(PageTexts.COUNT).raw(": <strong>" + wish.signatures() + "</strong></p>\n");
        int more = wish.signatures() - wish.hashes().size();
        if (more > 0) {
            page.raw("<p class=\"bad\">").text(PageTexts.MORE).raw(" <strong>" + more + "</strong></p>\n");
        }
        hashes(page, wish, request.labels());
        frame().form(page);
        page.input(
                "pin",
                PageTexts.PIN,
                "password",
                "inputmode=\"numeric\" maxlength=\"16\" autocomplete=\"off\" autofocus");
        page.input(
                "otp",
                PageTexts.ONE_TIME_PASSWORD,
                "text",
                "inputmode=\"numeric\" maxlength=\"6\" autocomplete=\"one-time-code\"");
        page.raw("<p>").button("allow", PageTexts.SIGN, "");
        page.button("deny", PageTexts.DENY, " class=\"second\" formnovalidate");
        page.button("sign-out", PageTexts.SIGN_OUT, " class=\"second\" formnovalidate")
                .raw("</p>\n");
        prompt.ifPresent(asked -> passkey(page, asked));
        page.raw("</form>\n");
        return PageFrame.end(prompt.isPresent() ? page.raw(PasskeyPrompt.SCRIPT) : page);
    }

    private static void passkey(Html page, PasskeyPrompt prompt) {
        page.raw("<p>").text(PasskeyTexts.OR).raw("</p>\n");
        prompt.begin(page, "sign", "allow");
        prompt.end(
                page,
                List.of("passkey_id", "passkey_client_data", "passkey_authenticator_data", "passkey_signature"),
                PasskeyTexts.SIGN);
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

    private static void hashes(Html page, SignatureWish wish, List<String> labels) {
        page.raw("<h2>")
                .text(PageTexts.HASHES)
                .raw("</h2>\n<p>")
                .text(PageTexts.COMPARE)
                .raw("</p>\n<ol>\n");
        for (int i = 0; i < wish.hashes().size(); i++) {
            page.raw("<li>");
            if (i < labels.size() && !labels.get(i).isEmpty()) {
                page.text(labels.get(i)).raw("<br>");
            }
            DocumentHash hash = wish.hashes().get(i);
            page.raw("<code>")
                    .text(wish.hashAlgorithm().jcaName() + " " + hash.hex())
                    .raw("</code>");
            words(page, wish.words().get(i));
            page.raw("</li>\n");
        }
        page.raw("</ol>\n");
    }

    /** What the signature will say beside the document: the official agrees to that too. */
    private static void words(Html page, SignedWords words) {
        if (words.isNone()) {
            return;
        }
        page.raw("<br>").text(PageTexts.WORDS).raw(":\n<ul>\n");
        for (int i = 0; i < PageTexts.WORDS_EACH.size(); i++) {
            if (!words.texts().get(i).isEmpty()) {
                page.raw("<li>").text(PageTexts.WORDS_EACH.get(i)).raw(": <strong>");
                page.text(words.texts().get(i)).raw("</strong></li>\n");
            }
        }
        page.raw("</ul>\n");
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
