package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Base64;
import java.util.List;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.Commitment;
import vn.lienthong.exchange.domain.solecontrol.Passkey;

/**
 * What a page asks an authenticator.
 *
 * @param challenge in base64url
 * @param ids of the official's keys, in base64url
 */
record PasskeyPrompt(String relyingParty, String challenge, OpaqueToken nonce, List<String> ids) {
    /** The script of this server's own that talks to authenticators. */
    static final String SCRIPT = "<script src=\"/passkey.js\" defer></script>\n";

    static PasskeyPrompt of(String relyingParty, Commitment commitment, OpaqueToken nonce, List<Passkey> passkeys) {
        return new PasskeyPrompt(
                relyingParty,
                Base64.getUrlEncoder().withoutPadding().encodeToString(commitment.challenge(nonce)),
                nonce,
                passkeys.stream().map(Passkey::id).toList());
    }

    /** The place in the form that the script looks for, left open for more attributes. */
    Html begin(Html page, String purpose, String submit) {
        page.raw("<div id=\"passkey\"").attribute("data-purpose", purpose).attribute("data-submit", submit);
        page.attribute("data-challenge", challenge).attribute("data-rp", relyingParty);
        return page.attribute("data-ids", String.join(" ", ids));
    }

    /** The fields that the script fills in, and its button: hidden from browsers that run no script. */
    void end(Html page, List<String> fields, vn.lienthong.signer.text.Text button) {
        page.raw(">\n<input type=\"hidden\" name=\"passkey_nonce\"")
                .attribute("value", nonce.value())
                .raw(">\n");
        fields.forEach(field -> page.raw("<input type=\"hidden\" name=\"" + field + "\">\n"));
        page.raw("<p><button type=\"button\" id=\"passkey-button\" hidden>")
                .text(button)
                .raw("</button></p>\n<p id=\"passkey-problem\" class=\"bad\" role=\"alert\" tabindex=\"-1\" hidden>")
                .text(PasskeyTexts.PROBLEM)
                .raw("</p>\n</div>\n");
    }
}
