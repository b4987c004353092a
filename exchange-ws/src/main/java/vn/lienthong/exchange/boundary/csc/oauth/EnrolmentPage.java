package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;
import vn.lienthong.signer.text.Text;

/** The page on which an official chooses a PIN and sets up an authenticator. Pure functions. */
record EnrolmentPage(OfficialPage frame) {
    static final String PATH = "/csc/v2/oauth2/enrolment";

    private static final String PIN =
            "inputmode=\"numeric\" minlength=\"6\" maxlength=\"16\" autocomplete=\"new-password\"";

    String choose(String account) {
        Html page = frame.begin(account);
        say(page, EnrolmentTexts.MEANS);
        say(page, EnrolmentTexts.ENDS);
        frame.frame().form(page);
        page.input(
                "code",
                EnrolmentTexts.CODE,
                "text",
                "maxlength=\"100\" autocomplete=\"off\" spellcheck=\"false\" autofocus");
        page.input("new_pin", EnrolmentTexts.NEW_PIN, "password", PIN);
        page.input("pin_again", EnrolmentTexts.PIN_AGAIN, "password", PIN);
        page.raw("<p>").button("choose", EnrolmentTexts.GO_ON, "").raw("</p>\n</form>\n");
        return frame.end(page);
    }

    /** The secret, this once, and where its first password goes. */
    String scan(String account, OpaqueToken code, TotpSecret secret) {
        Html page = frame.begin(account);
        page.raw("<h2>").text(EnrolmentTexts.SCAN).raw("</h2>\n");
        say(page, EnrolmentTexts.ONCE);
        page.raw("<figure>\n").raw(QrSvg.of(secret.keyUri(account)));
        page.raw("<figcaption>").text(EnrolmentTexts.PICTURE).raw("</figcaption>\n</figure>\n");
        say(page, EnrolmentTexts.BY_HAND);
        page.raw("<p><code id=\"secret\">")
                .text(secret.base32().replaceAll("(.{4})(?=.)", "$1 "))
                .raw("</code></p>\n");
        return confirm(page, code);
    }

    /** The first password was wrong; the secret is not shown again. */
    String again(String account, OpaqueToken code) {
        Html page = frame.begin(account);
        say(page, EnrolmentTexts.ONCE_MORE);
        return confirm(page, code);
    }

    String done(String account) {
        Html page = frame.begin(account);
        page.raw("<p class=\"good\" role=\"status\">").text(EnrolmentTexts.DONE).raw("</p>\n");
        return frame.end(page);
    }

    private String confirm(Html page, OpaqueToken code) {
        frame.frame().form(page);
        page.raw("<input type=\"hidden\" name=\"code\"")
                .attribute("value", code.value())
                .raw(">\n");
        page.input(
                "otp",
                EnrolmentTexts.FIRST,
                "text",
                "inputmode=\"numeric\" maxlength=\"6\" autocomplete=\"one-time-code\" autofocus");
        page.raw("<p>").button("confirm", EnrolmentTexts.FINISH, "").raw("</p>\n</form>\n<p><a");
        page.attribute("href", frame.address())
                .raw(">")
                .text(EnrolmentTexts.BEGIN_AGAIN)
                .raw("</a></p>\n");
        return frame.end(page);
    }

    private static void say(Html page, Text text) {
        page.raw("<p>").text(text).raw("</p>\n");
    }
}
