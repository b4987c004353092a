package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Optional;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/**
 * What all of an official's pages have around what they say: plain forms, which keyboards and screen readers get through in
 * order. Pure functions.
 *
 * @param action of the page's forms
 * @param inOtherLanguage the address of the same page in the other language
 * @param formCode that ties the forms to the browser
 * @param problem what went wrong with what was sent before
 */
record PageFrame(Language language, String action, String inOtherLanguage, String formCode, Optional<String> problem) {
    /** The language that the page is not in, as addresses name it. */
    static String other(Language language) {
        return language == Language.EN ? "vi" : "en";
    }

    Html begin(Text heading) {
        Html page = new Html(language);
        page.raw("<!DOCTYPE html>\n<html lang=\"" + AcceptLanguage.tag(language)
                + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        page.text(heading).raw(" – ").text(PageTexts.TITLE);
        page.raw("</title>\n<link rel=\"stylesheet\" href=\"/authorize.css\">\n</head>\n<body>\n<main>\n<p><a");
        page.attribute("href", inOtherLanguage);
        page.raw(" lang=\"" + other(language) + "\">")
                .text(PageTexts.OTHER_LANGUAGE)
                .raw("</a></p>\n<h1>");
        page.text(heading).raw("</h1>\n");
        problem.ifPresent(
                text -> page.raw("<p class=\"bad\" role=\"alert\">").text(text).raw("</p>\n"));
        return page;
    }

    void form(Html page) {
        page.raw("<form method=\"post\"").attribute("action", action).raw(">\n");
        page.raw("<input type=\"hidden\" name=\"form_code\"")
                .attribute("value", formCode)
                .raw(">\n");
    }

    /** The form of somebody who has not signed in, left open for its buttons. */
    void signIn(Html page) {
        form(page);
        page.input("account", PageTexts.ACCOUNT, "text", "maxlength=\"64\" autocomplete=\"username\" autofocus");
        page.input(
                "access_code",
                PageTexts.ACCESS_CODE,
                "password",
                "maxlength=\"512\" autocomplete=\"current-password\"");
        page.raw("<p>").button("sign-in", PageTexts.SIGN_IN_BUTTON, "");
    }

    static void signedIn(Html page, String account) {
        page.raw("<p>")
                .text(PageTexts.SIGNED_IN_AS)
                .raw(": <strong>")
                .text(account)
                .raw("</strong></p>\n");
    }

    /** The page ends with the way back to where its form can be had anew. */
    static String again(Html page, String address) {
        page.raw("<p><a")
                .attribute("href", address)
                .raw(">")
                .text(PageTexts.AGAIN)
                .raw("</a></p>\n");
        return end(page);
    }

    /** The ways from one page of an official's own to the others. */
    static void links(Html page, Language language, String here) {
        page.raw("<nav><ul>\n");
        link(page, language, here, ApprovalPage.PATH, ApprovalTexts.TITLE);
        link(page, language, here, PasskeyPage.PATH, PasskeyTexts.TITLE);
        link(page, language, here, EnrolmentPage.PATH, EnrolmentTexts.TITLE);
        page.raw("</ul></nav>\n");
    }

    private static void link(Html page, Language language, String here, String path, Text text) {
        if (!path.equals(here)) {
            page.raw("<li><a")
                    .attribute("href", path + "?lang=" + AcceptLanguage.tag(language))
                    .raw(">")
                    .text(text)
                    .raw("</a></li>\n");
        }
    }

    static String end(Html page) {
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }
}
