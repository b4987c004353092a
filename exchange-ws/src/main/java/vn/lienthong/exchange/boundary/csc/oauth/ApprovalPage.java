package vn.lienthong.exchange.boundary.csc.oauth;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.exchange.domain.remote.ApprovalRequest;
import vn.lienthong.signer.text.Text;

/** The page on which an official answers what applications ask for. Pure functions. */
record ApprovalPage(OfficialPage frame) {
    static final String PATH = "/csc/v2/oauth2/approvals";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** A request, and how people call the application that made it. */
    record Asked(ApprovalRequest request, String application) {}

    /** @param done what has become of one that was answered just now */
    String list(String account, List<Asked> pending, Optional<Text> done) {
        Html page = frame.begin(account);
        done.ifPresent(text ->
                page.raw("<p class=\"good\" role=\"status\">").text(text).raw("</p>\n"));
        page.raw("<p>").text(ApprovalTexts.MEANS).raw("</p>\n");
        if (pending.isEmpty()) {
            page.raw("<p>").text(ApprovalTexts.NONE).raw("</p>\n");
        } else {
            page.raw("<ul>\n");
            pending.forEach(asked -> entry(page, asked));
            page.raw("</ul>\n");
        }
        link(page, listAddress(), ApprovalTexts.LOOK_AGAIN);
        return frame.end(page);
    }

    /** @param prompt what authenticators are asked, where the official has any */
    String one(Asked asked, SignatureWish wish, Credential credential, Optional<PasskeyPrompt> prompt) {
        ApprovalRequest request = asked.request();
        Html page = frame.begin(credential.official().name());
        page.raw("<p>")
                .text(PageTexts.ASKED_BY)
                .raw(": <strong>")
                .text(asked.application())
                .raw("</strong></p>\n<p>")
                .text(ApprovalTexts.MEANS)
                .raw("</p>\n");
        until(page, request.expiresAt());
        SignaturesPart.show(
                page,
                credential,
                Optional.of(request.description()).filter(text -> !text.isEmpty()),
                wish,
                request.labels());
        frame.frame().form(page);
        SignaturesPart.authorise(page, prompt);
        page.raw("</form>\n");
        link(page, listAddress(), ApprovalTexts.ALL);
        return frame.endWithLinks(prompt.isPresent() ? page.raw(PasskeyPrompt.SCRIPT) : page);
    }

    String listAddress() {
        return PATH + "?lang=" + AcceptLanguage.tag(frame.language());
    }

    /** The name leads to all that is asked for: nothing is approved from the list. */
    private void entry(Html page, Asked asked) {
        ApprovalRequest request = asked.request();
        page.raw("<li><a")
                .attribute("href", listAddress() + "&request=" + request.id())
                .raw(">")
                .text(title(asked))
                .raw("</a><br>");
        page.text(asked.application()).raw(" · ").text(ApprovalTexts.DOCUMENTS).raw(": " + request.signatures());
        page.raw("<br>");
        time(page, request.expiresAt());
        page.raw("</li>\n");
    }

    private static String title(Asked asked) {
        String description = asked.request().description();
        String label = asked.request().labels().getFirst();
        return !description.isEmpty() ? description : !label.isEmpty() ? label : asked.application();
    }

    private static void until(Html page, Instant time) {
        page.raw("<p>");
        time(page, time);
        page.raw("</p>\n");
    }

    private static void time(Html page, Instant time) {
        page.text(ApprovalTexts.UNTIL)
                .raw(" <time")
                .attribute("datetime", time.toString())
                .raw(">")
                .text(TIME.format(time))
                .raw("</time> ")
                .text(ApprovalTexts.VIETNAM_TIME);
    }

    private static void link(Html page, String address, Text text) {
        page.raw("<p><a").attribute("href", address).raw(">").text(text).raw("</a></p>\n");
    }
}
