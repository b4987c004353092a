package vn.lienthong.exchange.boundary.csc.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.oauth.ClientAssertion;

/** Reads a JWT by which a client proves itself; its signature is not looked at here. Source: RFC 7519, RFC 7523 §3. */
final class JwtAssertion {
    private static final int LONGEST = 8 * 1024;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int LONGEST_ID = 200;
    /** The largest number of seconds that becomes a time; nobody means one further away. */
    private static final long LATEST = 253_402_300_799L;

    private JwtAssertion() {}

    /** @param server the address under which the audience has to be: the token endpoint, or the service as a whole */
    static Optional<ClientAssertion> read(String jwt, String server) {
        if (jwt.length() > LONGEST || !FORM.matcher(jwt).matches()) {
            return Optional.empty();
        }
        String[] parts = jwt.split("\\.", -1);
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            String issuer = claims.path("iss").asText();
            String id = claims.path("jti").asText();
            // RFC 7515 §4.1.11: an extension that has to be understood is not.
            boolean understood = header.isObject() && !header.has("crit") && claims.isObject();
            boolean complete = !issuer.isEmpty()
                    && issuer.equals(claims.path("sub").asText())
                    && !id.isEmpty()
                    && id.length() <= LONGEST_ID
                    && isFor(claims.path("aud"), server)
                    && isTime(claims.path("exp"))
                    && (!claims.has("nbf") || isTime(claims.path("nbf")))
                    && (!claims.has("iat") || isTime(claims.path("iat")));
            if (!understood || !complete) {
                return Optional.empty();
            }
            long from =
                    Math.max(claims.path("nbf").asLong(0), claims.path("iat").asLong(0));
            return Optional.of(new ClientAssertion(
                    issuer,
                    header.path("alg").asText(),
                    jwt.substring(0, jwt.lastIndexOf('.')),
                    parts[2],
                    id,
                    Instant.ofEpochSecond(from),
                    Instant.ofEpochSecond(claims.path("exp").asLong())));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isTime(JsonNode node) {
        return node.isNumber() && node.asDouble() >= 0 && node.asDouble() <= LATEST;
    }

    private static boolean isFor(JsonNode audience, String server) {
        Set<String> ours = Set.of(
                server,
                server + "/csc/v2",
                server + "/csc/v2/oauth2/token",
                server + "/csc/v2/oauth2/revoke",
                server + "/csc/v2/oauth2/pushed_authorize");
        if (audience.isArray()) {
            for (JsonNode each : audience) {
                if (each.isTextual() && ours.contains(each.textValue())) {
                    return true;
                }
            }
            return false;
        }
        return audience.isTextual() && ours.contains(audience.textValue());
    }

    private static JsonNode json(String part) throws IOException {
        return Json.shared().readTree(Base64.getUrlDecoder().decode(part));
    }
}
