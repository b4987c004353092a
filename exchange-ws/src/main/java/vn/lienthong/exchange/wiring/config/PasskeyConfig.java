package vn.lienthong.exchange.wiring.config;

import java.net.URI;

/**
 * Passkeys as a second factor; off where no origin is set.
 *
 * @param origin of the pages as browsers see it, such as {@code https://ky.example.vn}; empty for none
 * @param relyingParty the host of the origin by default, or a domain above it. Keys are bound to it for ever
 */
public record PasskeyConfig(String origin, String relyingParty) {
    private static final String ORIGIN = "passkey-origin";
    private static final String RELYING_PARTY = "passkey-rp-id";

    static PasskeyConfig parse(RawConfig raw) {
        String origin = raw.text(ORIGIN, "");
        if (origin.isEmpty()) {
            return new PasskeyConfig("", raw.text(RELYING_PARTY, ""));
        }
        String host = host(origin);
        String party = raw.text(RELYING_PARTY, host);
        if (!host.equals(party) && !host.endsWith("." + party)) {
            throw new ConfigException("the key " + RELYING_PARTY + " wants the host of " + ORIGIN
                    + " or a domain above it, not " + party);
        }
        return new PasskeyConfig(origin, party);
    }

    public boolean isOn() {
        return !origin.isEmpty();
    }

    /** Browsers let pages use authenticators over TLS, and over HTTP from "localhost". Source: W3C Secure Contexts §3.1. */
    private static String host(String origin) {
        try {
            URI uri = URI.create(origin);
            String host = uri.getHost();
            boolean plain = uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawFragment() == null;
            boolean secure =
                    "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && "localhost".equals(host);
            if (host != null && plain && secure) {
                return host;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the key " + ORIGIN + " wants an origin, not " + origin, e);
        }
        throw new ConfigException(
                "the key " + ORIGIN + " wants an origin of https, or http://localhost, not " + origin);
    }
}
