package vn.lienthong.exchange.boundary.vxp;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.boundary.door.SourceAddress;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The {@code XroadVnpt-*} headers of a request; their names compare without regard to case. */
record XroadHeaders(HttpServletRequest request) {
    static final String PREFIX = "XroadVnpt-";

    /**
     * The header's octets as they came, one character each.
     *
     * @throws FailureException if it stands twice: which one would count is anybody's guess
     */
    Optional<String> octets(String name) {
        List<String> values = Collections.list(request.getHeaders(PREFIX + name));
        if (values.size() > 1) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, PREFIX + name));
        }
        return values.stream().map(String::strip).findFirst();
    }

    /** The header as text. Clients send it in UTF-8, though HTTP would have it in ISO 8859-1. */
    Optional<String> text(String name) {
        return octets(name)
                .map(octets -> new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** Where the request comes from. */
    String source() {
        return SourceAddress.of(request.getRemoteAddr());
    }

    /** @throws FailureException if it is absent or empty */
    String required(String name) {
        return octets(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, PREFIX + name)));
    }
}
