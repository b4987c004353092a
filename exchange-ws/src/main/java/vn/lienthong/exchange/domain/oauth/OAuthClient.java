package vn.lienthong.exchange.domain.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * A signing application as the operator registers it.
 *
 * @param name as officials are shown it
 * @param secret digest of its secret, or null for one that has none
 * @param assertionKey with which it proves itself in the place of a secret (RFC 7523), or null; one that has neither is
 *     public (RFC 6749 §2.1)
 * @param redirectUris where officials are sent back to: HTTPS, or HTTP to the official's own machine
 * @param explicit whether it may ask officials for PIN and one-time password itself (CSC API, mode "explicit")
 * @param responseUris where it may be told that an answer can be fetched, of the same kinds as {@code redirectUris}
 * @param passkeyOrigin of the pages on which it asks for passkeys, or null if it does not
 */
public record OAuthClient(
        String id,
        String name,
        @Nullable Sha256Digest secret,
        @Nullable AssertionKey assertionKey,
        List<String> redirectUris,
        List<String> responseUris,
        boolean explicit,
        @Nullable String passkeyOrigin) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    public OAuthClient {
        redirectUris = List.copyOf(redirectUris);
        responseUris = List.copyOf(responseUris);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a client's id is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a client's name has 1 to 200 characters");
        }
        if (secret != null && assertionKey != null) {
            throw new IllegalArgumentException("a client proves itself in one way: by a secret or by a key");
        }
        redirectUris.forEach(OAuthClient::checkAddress);
        responseUris.forEach(OAuthClient::checkAddress);
        if (passkeyOrigin != null && !(explicit && isOrigin(passkeyOrigin))) {
            throw new IllegalArgumentException("passkeys are asked for by an explicit client, on an origin of https, or"
                    + " http://localhost: " + passkeyOrigin);
        }
    }

    /** Whether it can prove that it is itself. */
    public boolean isConfidential() {
        return secret != null || assertionKey != null;
    }

    /**
     * Whether the official may be sent there: exactly a registered address, but for the port where it is the official's
     * own machine.
     *
     * <p>Source: RFC 9700 §2.1, RFC 8252 §7.3.
     */
    public boolean redirectsTo(String uri) {
        return redirectUris.contains(uri)
                || redirectUris.stream()
                        .anyMatch(registered -> isLoopback(registered)
                                && isLoopback(uri)
                                && withoutPort(registered).equals(withoutPort(uri)));
    }

    /**
     * Whether it may be told there that an answer can be fetched: exactly a registered address, its port too, since it is
     * this server that calls it.
     */
    public boolean isToldAt(String uri) {
        return responseUris.contains(uri);
    }

    private static void checkAddress(String text) {
        URI uri = parsed(text);
        boolean secure = uri != null && "https".equals(uri.getScheme()) && uri.getHost() != null;
        if (uri == null
                || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null
                || !secure && !isLoopback(text)) {
            throw new IllegalArgumentException(
                    "an address of a client is HTTPS, or HTTP to 127.0.0.1 or [::1]: " + text);
        }
    }

    /** Browsers let no other pages use authenticators. Source: W3C Secure Contexts §3.1. */
    private static boolean isOrigin(String text) {
        URI uri = parsed(text);
        return uri != null
                && uri.getHost() != null
                && ("https".equals(uri.getScheme())
                        || "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost()))
                && uri.getRawUserInfo() == null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static boolean isLoopback(String text) {
        URI uri = parsed(text);
        return uri != null
                && "http".equals(uri.getScheme())
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getHost() != null
                && LOOPBACK.contains(uri.getHost());
    }

    private static String withoutPort(String text) {
        URI uri = URI.create(text);
        return uri.getHost() + uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static @Nullable URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
