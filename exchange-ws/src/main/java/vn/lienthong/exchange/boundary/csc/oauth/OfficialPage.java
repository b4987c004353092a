package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Optional;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/**
 * What every page of an official's own has in common, to which no application leads. Pure functions.
 *
 * @param path of the page
 * @param title of the page, for whoever is signed in
 * @param subject what of the page is looked at, a query with its {@code &} in front, or empty
 * @param formCode that ties the forms to the browser
 * @param problem what went wrong with what was sent before
 */
record OfficialPage(
        Language language, String path, Text title, String subject, String formCode, Optional<String> problem) {
    String signIn() {
        Html page = frame().begin(PageTexts.SIGN_IN);
        frame().signIn(page);
        page.raw("</p>\n</form>\n");
        return PageFrame.end(page);
    }

    /** The problem alone. */
    String alone() {
        return PageFrame.end(begin());
    }

    /** The problem, and the way back to the page. */
    String again() {
        return PageFrame.again(begin(), address());
    }

    /** The page as somebody sees it who is signed in, left open. */
    Html begin(String account) {
        Html page = begin();
        PageFrame.signedIn(page, account);
        return page;
    }

    /** The page ends with the way to the official's other pages, and out. */
    String end(Html page) {
        frame().form(page);
        page.raw("<p>")
                .button("sign-out", PageTexts.SIGN_OUT, " class=\"second\"")
                .raw("</p>\n</form>\n");
        return endWithLinks(page);
    }

    /** The same where a form of the page has the way out. */
    String endWithLinks(Html page) {
        PageFrame.links(page, language, path);
        return PageFrame.end(page);
    }

    PageFrame frame() {
        return new PageFrame(
                language, address(), path + "?lang=" + PageFrame.other(language) + subject, formCode, problem);
    }

    String address() {
        return path + "?lang=" + AcceptLanguage.tag(language) + subject;
    }

    private Html begin() {
        return frame().begin(title);
    }
}
