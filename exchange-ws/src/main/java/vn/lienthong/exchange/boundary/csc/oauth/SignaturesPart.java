package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.text.CertificateNames;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAssertion;

/**
 * What a page shows of signatures that an official is asked for, and the fields by which the official authorises them:
 * the same wherever the request came from. Pure functions.
 */
final class SignaturesPart {
    private SignaturesPart() {}

    static void show(
            Html page, Credential credential, Optional<String> description, SignatureWish wish, List<String> labels) {
        page.raw("<p>").text(PageTexts.CERTIFICATE).raw(": <strong>");
        page.text(CertificateNames.of(credential.key().certificate().getSubjectX500Principal()))
                .raw("</strong></p>\n");
        description.ifPresent(text -> page.raw("<blockquote>").text(text).raw("</blockquote>\n"));
        wish.kind()
                .ifPresent(kind -> page.raw("<p>")
                        .text(PageTexts.KIND)
                        .raw(": <strong>")
                        .text(kind.abbreviation())
                        .raw("</strong></p>\n"));
        page.raw("<p>").text(PageTexts.COUNT).raw(": <strong>" + wish.signatures() + "</strong></p>\n");
        int more = wish.signatures() - wish.hashes().size();
        if (more > 0) {
            page.raw("<p class=\"bad\">").text(PageTexts.MORE).raw(" <strong>" + more + "</strong></p>\n");
        }
        hashes(page, wish, labels);
    }

    /** The fields and buttons, within a form. */
    static void authorise(Html page, Optional<PasskeyPrompt> prompt) {
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
    }

    /** What the official put into the fields. */
    static GivenFactors given(FormParameters form) {
        String pin = form.find("pin").orElse("");
        return PasskeyAssertion.of(
                        form.find("passkey_id").orElse(""),
                        form.find("passkey_nonce").orElse(""),
                        form.find("passkey_client_data").orElse(""),
                        form.find("passkey_authenticator_data").orElse(""),
                        form.find("passkey_signature").orElse(""))
                .map(passkey -> GivenFactors.of(pin, passkey))
                .orElseGet(() -> GivenFactors.of(pin, form.find("otp").orElse("")));
    }

    private static void passkey(Html page, PasskeyPrompt prompt) {
        page.raw("<p>").text(PasskeyTexts.OR).raw("</p>\n");
        prompt.begin(page, "sign", "allow");
        prompt.end(
                page,
                List.of("passkey_id", "passkey_client_data", "passkey_authenticator_data", "passkey_signature"),
                PasskeyTexts.SIGN);
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
}
