package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.csc.CscRefusal;

/**
 * Parameters of a form or a query, each once. Immutable. Source: RFC 6749 §3.1: request parameters must not be included
 * more than once, and those without a value are treated as if they were omitted.
 */
public final class FormParameters {
    /** A hundred SHA-512 hashes with their labels fit. */
    static final int LARGEST = 64 * 1024;

    private static final int MOST = 64;

    private final Map<String, String> values;

    private FormParameters(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** @throws CscRefusal {@code invalid_request} */
    static FormParameters ofBody(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw CscRefusal.invalidRequest("The body is not application/x-www-form-urlencoded");
        }
        if (request.getContentLengthLong() > LARGEST) {
            throw CscRefusal.invalidRequest("Request too large");
        }
        byte[] octets = request.getInputStream().readNBytes(LARGEST + 1);
        return parse(new String(octets, StandardCharsets.ISO_8859_1));
    }

    /** @throws CscRefusal {@code invalid_request} */
    static FormParameters ofQuery(HttpServletRequest request) {
        return parse(request.getQueryString());
    }

    static FormParameters parse(@Nullable String text) {
        Map<String, String> values = new TreeMap<>();
        if (text == null || text.isEmpty()) {
            return new FormParameters(values);
        }
        if (text.length() > LARGEST) {
            throw CscRefusal.invalidRequest("Request too large");
        }
        String[] pairs = text.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw CscRefusal.invalidRequest("Too many parameters");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!value.isEmpty() && values.put(name, value) != null) {
                throw CscRefusal.invalidRequest("A parameter is included more than once");
            }
        }
        return new FormParameters(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws CscRefusal {@code invalid_request} */
    String required(String name) {
        return find(name)
                .orElseThrow(() -> CscRefusal.invalidRequest("Missing (or invalid type) string parameter " + name));
    }

    FormParameters with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new FormParameters(changed);
    }

    FormParameters without(String name) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove(name);
        return new FormParameters(changed);
    }

    /** As a query, the names in order. */
    String encoded() {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            // No text of ours has a NUL, and PostgreSQL stores none.
            if (decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException malformed) {
            throw CscRefusal.invalidRequest("A parameter is malformed");
        }
        throw CscRefusal.invalidRequest("A parameter is malformed");
    }
}
