package vn.lienthong.exchange.boundary.rest.keypolicy;

import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.token.KeyAlias;

/** Names in the paths of keys, from outside. */
final class KeyNames {
    private static final int LONGEST = 200;

    private KeyNames() {}

    static String alias(String key) {
        try {
            return new KeyAlias(key).value();
        } catch (IllegalArgumentException malformed) {
            throw Parameters.invalid("key");
        }
    }

    /** Of a system or person. */
    static String account(String name) {
        if (name.isBlank() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            throw Parameters.invalid("account");
        }
        return name;
    }
}
