package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Base64;
import java.util.List;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.Passkey;

/** The page on which an official adds and removes passkeys. Pure functions. */
record PasskeyPage(OfficialPage frame) {
    static final String PATH = "/csc/v2/oauth2/passkeys";

    String passkeys(String account, List<Passkey> passkeys, PasskeyPrompt prompt) {
        Html page = frame.begin(account);
        page.raw("<p>").text(PasskeyTexts.MEANS).raw("</p>\n");
        known(page, passkeys);
        page.raw("<h2>").text(PasskeyTexts.ADD).raw("</h2>\n");
        frame.frame().form(page);
        page.input("label", PasskeyTexts.LABEL, "text", "maxlength=\"100\" autocomplete=\"off\"");
        page.input("pin", PageTexts.PIN, "password", "inputmode=\"numeric\" maxlength=\"16\" autocomplete=\"off\"");
        page.input(
                "otp",
                PageTexts.ONE_TIME_PASSWORD,
                "text",
                "inputmode=\"numeric\" maxlength=\"6\" autocomplete=\"one-time-code\"");
        prompt.begin(page, "enrol", "add")
                .attribute("data-name", PageTexts.TITLE.in(frame.language()))
                .attribute("data-account", account)
                .attribute("data-user", userHandle(account));
        prompt.end(page, List.of("passkey_client_data", "passkey_attestation"), PasskeyTexts.ADD_BUTTON);
        page.raw("<p hidden>").button("add", PasskeyTexts.SEND, "").raw("</p>\n</form>\n");
        return frame.end(page.raw(PasskeyPrompt.SCRIPT));
    }

    private void known(Html page, List<Passkey> passkeys) {
        page.raw("<h2>").text(PasskeyTexts.YOURS).raw("</h2>\n");
        if (passkeys.isEmpty()) {
            page.raw("<p>").text(PasskeyTexts.NONE).raw("</p>\n");
            return;
        }
        page.raw("<ul>\n");
        for (Passkey passkey : passkeys) {
            page.raw("<li>").text(passkey.label());
            frame.frame().form(page);
            page.raw("<input type=\"hidden\" name=\"passkey_id\"")
                    .attribute("value", passkey.id())
                    .raw(">\n");
            page.button("remove", PasskeyTexts.REMOVE, " class=\"second\"").raw("</form>\n</li>\n");
        }
        page.raw("</ul>\n");
    }

    /** It names the account to the authenticator alone, and says nothing of it. Source: WebAuthn §14.6.1. */
    private static String userHandle(String account) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        new OpaqueToken("user handle of " + account).digest().toArray());
    }
}
