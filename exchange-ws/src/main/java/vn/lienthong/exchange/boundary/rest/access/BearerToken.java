package vn.lienthong.exchange.boundary.rest.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Authorization field with a bearer token. Source: RFC 6750 §2.1. */
final class BearerToken {
    /** The shortest token has 96 bits as Base64; none needs more than 512 characters. */
    private static final Pattern FIELD = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{16,512}=*)");

    private BearerToken() {}

    /** The token, or empty if the field is missing or not of this form. */
    static Optional<String> of(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        Matcher field = FIELD.matcher(authorization);
        return field.matches() ? Optional.of(field.group(1)) : Optional.empty();
    }
}
