package vn.lienthong.exchange.domain.oauth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a grant allows. Source: CSC API v2, section 8.2.2. */
public enum Scope {
    /** To see the official's credentials, and to ask for authorisations. */
    SERVICE,
    /** To have certain hashes signed. */
    CREDENTIAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(name))
                .findFirst();
    }
}
