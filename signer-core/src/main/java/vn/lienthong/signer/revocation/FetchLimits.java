package vn.lienthong.signer.revocation;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * How far a fetch may go.
 *
 * @param connect deadline of the connection
 * @param total deadline of the whole fetch, body included
 * @param maxBytes largest answer
 * @param allowedInternal {@code host:port} of responders that may lie in the internal network; empty by default
 */
public record FetchLimits(Duration connect, Duration total, int maxBytes, Set<String> allowedInternal) {
    /** 2 s to connect and 5 s in all: a person waits for the verdict. 10 MiB: twice the largest CRL of a national CA. */
    public static final FetchLimits DEFAULT =
            new FetchLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 10 << 20, Set.of());

    public FetchLimits {
        allowedInternal = Set.copyOf(allowedInternal);
        if (connect.isNegative() || connect.isZero() || total.compareTo(connect) < 0 || maxBytes < 1) {
            throw new IllegalArgumentException("deadlines are positive, the total not below the connect deadline");
        }
    }

    /** The same limits, with these {@code host:port} allowed although they are internal. */
    public FetchLimits allowing(Set<String> hostsAndPorts) {
        return new FetchLimits(connect, total, maxBytes, hostsAndPorts);
    }

    boolean allowsInternal(URI address) {
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        return allowedInternal.contains(address.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }
}
