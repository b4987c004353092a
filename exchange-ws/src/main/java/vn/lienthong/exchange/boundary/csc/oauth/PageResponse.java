package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.signer.text.Language;

/** A page is sent under a policy that lets nothing of others in. */
final class PageResponse {
    private PageResponse() {}

    /** @param formTarget where the page's form may lead to besides this server, or empty */
    static void write(HttpServletResponse response, String page, String formTarget, Language language)
            throws IOException {
        byte[] octets = page.getBytes(StandardCharsets.UTF_8);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; "
                        + (page.contains(PasskeyPrompt.SCRIPT) ? "script-src 'self'; " : "")
                        + "form-action 'self' " + formTarget
                        + "; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("Content-Language", AcceptLanguage.tag(language));
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }

    /** What the address asks for, or what the browser prefers. */
    static Language language(FormParameters query, Language otherwise) {
        return query.find("lang")
                .map(tag -> tag.startsWith("en") ? Language.EN : tag.startsWith("vi") ? Language.VI : otherwise)
                .orElse(otherwise);
    }
}
