package vn.lienthong.exchange.boundary.csc.oauth;

import java.net.URI;
import java.util.Optional;

/** Where an official is sent back to, and with what. Source: RFC 6749 §4.1.2. */
record RedirectTarget(String uri, Optional<String> state) {
    String code(String code) {
        return with("code=" + FormParameters.encoded(code));
    }

    String error(String error, String description) {
        return with(
                "error=" + FormParameters.encoded(error) + "&error_description=" + FormParameters.encoded(description));
    }

    /** For the policy of the page, which lets its form lead there. */
    static String origin(String uri) {
        URI parsed = URI.create(uri);
        int port = parsed.getPort();
        return parsed.getScheme() + "://" + parsed.getHost() + (port < 0 ? "" : ":" + port);
    }

    private String with(String answer) {
        String separator = uri.indexOf('?') < 0 ? "?" : uri.endsWith("?") || uri.endsWith("&") ? "" : "&";
        return uri
                + separator
                + answer
                + state.map(text -> "&state=" + FormParameters.encoded(text)).orElse("");
    }
}
