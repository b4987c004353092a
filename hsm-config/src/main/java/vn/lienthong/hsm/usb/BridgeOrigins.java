package vn.lienthong.hsm.usb;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may use the bridge: those whose origin the official configured, and which call it by its own address. The second
 * keeps out a page of any name whose owner lets the name mean this machine (DNS rebinding).
 *
 * <p>Source: RFC 6454 §7; Fetch standard, CORS protocol.
 */
record BridgeOrigins(Set<String> allowed, int port) {
    BridgeOrigins {
        allowed = Set.copyOf(allowed);
    }

    /** @throws IllegalArgumentException if there is none, or one is no origin */
    static BridgeOrigins of(List<String> origins, int port) {
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("--origin is missing: which server's pages may use the token");
        }
        for (String origin : origins) {
            URI uri = URI.create(origin);
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if (!bare || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here)) {
                throw new IllegalArgumentException("--origin wants https://HOST or https://HOST:PORT, not " + origin);
            }
        }
        return new BridgeOrigins(Set.copyOf(origins), port);
    }

    boolean allows(@Nullable String origin, @Nullable String host) {
        return origin != null
                && allowed.contains(origin)
                && (("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host));
    }
}
