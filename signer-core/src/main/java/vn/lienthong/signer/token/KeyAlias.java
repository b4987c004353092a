package vn.lienthong.signer.token;

import java.util.regex.Pattern;

/**
 * The name by which this server knows one key, whatever token holds it.
 *
 * @param value 1 to 64 of {@code a-z 0-9 . - _}, starting with a letter or digit
 */
public record KeyAlias(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public KeyAlias {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key alias is 1 to 64 of a-z 0-9 . - _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
