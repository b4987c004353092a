package vn.lienthong.signer.evidence;

import java.util.regex.Pattern;

/**
 * The name of one log: heads of different logs are never mixed.
 *
 * @param value 1 to 64 of {@code a-z 0-9 . : _ -}
 */
public record LogId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.:_-]{0,63}");

    public LogId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a log id is 1 to 64 of a-z 0-9 . : _ -");
        }
    }
}
