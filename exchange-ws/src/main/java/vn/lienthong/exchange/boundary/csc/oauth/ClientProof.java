package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** Which application sends a request, by HTTP Basic or by parameters. Source: RFC 6749 §2.3.1. */
record ClientProof(Clients clients) {
    private static final int LONGEST = 1024;

    /**
     * @throws FailureException {@code client-invalid}
     * @throws CscRefusal {@code invalid_request} if it proves itself in two ways, or in one that is not served
     */
    OAuthClient require(HttpServletRequest request, FormParameters form) {
        if (form.find("client_assertion").isPresent()) {
            throw new FailureException(Failure.of(FailureCode.CLIENT_INVALID));
        }
        String field = request.getHeader("Authorization");
        if (field == null) {
            return clients.authenticate(
                    form.required("client_id"), form.find("client_secret").orElse(null));
        }
        if (form.find("client_secret").isPresent()) {
            throw CscRefusal.invalidRequest("A client authenticates in one way");
        }
        String[] pair = basic(field);
        if (form.find("client_id").filter(id -> !id.equals(pair[0])).isPresent()) {
            throw CscRefusal.invalidRequest("A client authenticates as itself");
        }
        return clients.authenticate(pair[0], pair[1]);
    }

    private static String[] basic(@Nullable String field) {
        if (field != null
                && field.length() <= LONGEST
                && field.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            try {
                String text = new String(
                        Base64.getDecoder()
                                .decode(field.substring("basic ".length()).strip()),
                        StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                if (colon > 0) {
                    return new String[] {
                        URLDecoder.decode(text.substring(0, colon), StandardCharsets.UTF_8),
                        URLDecoder.decode(text.substring(colon + 1), StandardCharsets.UTF_8)
                    };
                }
            } catch (IllegalArgumentException malformed) {
                // said below
            }
        }
        throw new FailureException(Failure.of(FailureCode.CLIENT_INVALID));
    }
}
