package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.csc.ServerAddress;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.ClientAssertion;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** Which application sends a request, by HTTP Basic, by parameters, or by an assertion. Source: RFC 6749 §2.3. */
record ClientProof(Clients clients) {
    private static final int LONGEST = 1024;
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /**
     * @throws FailureException {@code client-invalid}
     * @throws CscRefusal {@code invalid_request} if it proves itself in two ways, or in one that is not served
     */
    OAuthClient require(HttpServletRequest request, FormParameters form) {
        Optional<String> assertion = form.find("client_assertion");
        if (assertion.isPresent()) {
            return byAssertion(request, form, assertion.get());
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

    /** Source: RFC 7523 §2.2; RFC 6749 §2.3: not more than one method in each request. */
    private OAuthClient byAssertion(HttpServletRequest request, FormParameters form, String jwt) {
        if (request.getHeader("Authorization") != null
                || form.find("client_secret").isPresent()) {
            throw CscRefusal.invalidRequest("A client authenticates in one way");
        }
        if (!form.find("client_assertion_type").equals(Optional.of(ASSERTION_TYPE))) {
            throw CscRefusal.invalidRequest("Invalid parameter client_assertion_type");
        }
        ClientAssertion assertion = JwtAssertion.read(jwt, ServerAddress.of(request))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CLIENT_INVALID)));
        if (form.find("client_id").filter(id -> !id.equals(assertion.client())).isPresent()) {
            throw CscRefusal.invalidRequest("A client authenticates as itself");
        }
        return clients.authenticate(assertion);
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
