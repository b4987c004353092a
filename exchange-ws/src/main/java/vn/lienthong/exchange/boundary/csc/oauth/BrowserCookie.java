package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.SharedSecret;

/**
 * The one cookie of the pages: a random value, replaced when the official signs in. Each form carries a code that is
 * computed from it, so a form that another site sends is not taken for the official's.
 */
final class BrowserCookie {
    private static final String NAME = "lienthong-csc";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private BrowserCookie() {}

    static Optional<OpaqueToken> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME) && FORM.matcher(cookie.getValue()).matches()) {
                return Optional.of(new OpaqueToken(cookie.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Kept from scripts, from other sites' requests, and over TLS from networks without it. */
    static void set(HttpServletRequest request, HttpServletResponse response, OpaqueToken value) {
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + value.value() + "; Path=/csc/v2/oauth2; Max-Age=" + Lifetimes.SESSION.toSeconds()
                        + "; HttpOnly; SameSite=Lax" + (request.getScheme().equals("https") ? "; Secure" : ""));
    }

    /** What a form of that browser has to carry. */
    static String formCode(OpaqueToken cookie) {
        byte[] key = cookie.value().getBytes(StandardCharsets.US_ASCII);
        byte[] code = SharedSecret.of(key).hmacSha256("form".getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    static boolean sentThisForm(OpaqueToken cookie, FormParameters form) {
        return MessageDigest.isEqual(
                formCode(cookie).getBytes(StandardCharsets.US_ASCII),
                form.find("form_code").orElse("").getBytes(StandardCharsets.UTF_8));
    }
}
